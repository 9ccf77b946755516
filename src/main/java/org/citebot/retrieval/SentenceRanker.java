package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.SpeakerAliases;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the sentences inside the best passages: by the question's words they hold, each as telling as it is rare, by
 * their nearness in meaning, by whether they hold the kind of thing asked for, and by their passage. For many threads.
 */
public final class SentenceRanker {

    /** What a word of the question is worth that stands in the passage or the title, but not in the sentence. */
    private static final double CONTEXT_SHARE = 0.5;

    private static final double COVERAGE_WEIGHT = 0.45;
    private static final double MEANING_WEIGHT = 0.35;
    private static final double TYPE_WEIGHT = 0.1;
    private static final double PASSAGE_WEIGHT = 0.1;
    /** Sentences that have nothing in common still have vectors about this near, and the best answers about 0.4 more. */
    private static final double NO_SIMILARITY = 0.45;

    private static final double SIMILARITY_RANGE = 0.4;

    private final TextAnalysis analysis;
    private final QuestionWeigher weigher;
    private final PassageVectors vectors;

    /** Words are weighed by the index, meaning by the cached vectors of the sentences. */
    public SentenceRanker(TextAnalysis analysis, PassageIndex index, PassageVectors vectors) {
        this.analysis = analysis;
        this.weigher = new QuestionWeigher(analysis, index);
        this.vectors = vectors;
    }

    /** All sentences of the passages found for a question, best first. */
    public List<RankedSentence> rank(AnalyzedQuestion question, Retrieval retrieval) {
        float[] questionVector = retrieval.questionVector();
        List<RankedPassage> passages = retrieval.passages();
        Map<String, float[]> known = questionVector == null ? Map.of() : vectors.sentences(texts(passages));
        Map<Language, List<AskedWord>> words = new EnumMap<>(Language.class);
        List<RankedSentence> ranked = new ArrayList<>();
        for (RankedPassage passage : passages) {
            Language language = passage.version().details().language();
            List<AskedWord> asked = words.computeIfAbsent(language, key -> weigher.words(question, key));
            TextWords around = words(surroundings(passage), language, asked);
            for (TextSpan span : passage.passage().sentences()) {
                float[] vector = known.get(span.in(passage.version().text()));
                Double similarity = questionVector == null || vector == null ? null : dot(questionVector, vector);
                ranked.add(rank(question, asked, passage, span, around, similarity));
            }
        }
        ranked.sort(Comparator.comparingDouble(RankedSentence::score).reversed());
        return ranked;
    }

    private RankedSentence rank(
            AnalyzedQuestion question,
            List<AskedWord> asked,
            RankedPassage passage,
            TextSpan span,
            TextWords around,
            @Nullable Double similarity) {
        DocumentVersion version = passage.version();
        String text = span.in(version.text());
        TextWords held = words(
                SpeakerAliases.with(text, version.details()), version.details().language(), asked);
        double whole = 0;
        double covered = 0;
        Set<String> missing = new HashSet<>();
        for (AskedWord word : asked) {
            double share = Math.max(word.heldBy(held), word.heldBy(around) * CONTEXT_SHARE);
            whole += word.weight();
            covered += word.weight() * share;
            if (share == 0 && word.name()) {
                missing.add(word.text());
            }
        }
        double coverage = whole == 0 ? 0 : covered / whole;
        double type = AnswerTypeMatcher.holds(question.type(), text) ? 1 : 0;
        // Without vectors, the words stand for the meaning too.
        double meaning = similarity == null ? coverage : meaning(similarity);
        double score = COVERAGE_WEIGHT * coverage
                + MEANING_WEIGHT * meaning
                + TYPE_WEIGHT * type
                + PASSAGE_WEIGHT * passage.score();
        return new RankedSentence(passage, span, score, coverage, similarity, missing, held.terms());
    }

    /** A similarity of vectors on a scale from 0, nothing in common, to 1, the same. */
    static double meaning(double similarity) {
        return Math.clamp((similarity - NO_SIMILARITY) / SIMILARITY_RANGE, 0, 1);
    }

    private static String surroundings(RankedPassage passage) {
        return SpeakerAliases.with(
                passage.version().details().title() + "\n" + passage.text(),
                passage.version().details());
    }

    private TextWords words(String text, Language language, List<AskedWord> asked) {
        Set<String> terms = new HashSet<>();
        analysis.terms(text, language).forEach(term -> terms.add(term.text()));
        boolean keys = asked.stream().anyMatch(AskedWord::hasKeys);
        return new TextWords(terms, keys ? analysis.keys(text, language) : Set.of());
    }

    private static Set<String> texts(List<RankedPassage> passages) {
        Set<String> texts = new HashSet<>();
        for (RankedPassage passage : passages) {
            for (TextSpan span : passage.passage().sentences()) {
                texts.add(span.in(passage.version().text()));
            }
        }
        return texts;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
