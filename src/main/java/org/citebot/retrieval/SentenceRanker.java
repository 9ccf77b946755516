package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.corpus.SpeakerAliases;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.Opposites;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the sentences inside the best passages by what {@link SentenceFeature} measures of them, with weights fitted so
 * that among all sentences found for a question the one that answers is the likeliest. For many threads.
 */
public final class SentenceRanker {

    /** What a word of the question is worth that stands in the passage or the title, but not in the sentence. */
    private static final double CONTEXT_SHARE = 0.5;

    /** Sentences that have nothing in common still have vectors about this near, and the best answers about 0.4 more. */
    private static final double NO_SIMILARITY = 0.45;

    private static final double SIMILARITY_RANGE = 0.4;

    private static final FittedWeights WEIGHTS = FittedWeights.read("sentence-weights.txt");

    private final TextAnalysis analysis;
    private final QuestionWeigher weigher;
    private final PassageVectors vectors;
    private final Opposites opposites = new Opposites();

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
        Map<String, float[]> known = questionVector == null ? Map.of() : vectors.known(texts(passages));
        Map<Language, List<AskedWord>> words = new EnumMap<>(Language.class);
        Map<Language, SentenceFeatures> features = new EnumMap<>(Language.class);
        List<RankedSentence> ranked = new ArrayList<>();
        int rank = 0;
        for (RankedPassage passage : passages) {
            Language language = passage.version().details().language();
            List<AskedWord> asked = words.computeIfAbsent(language, key -> weigher.words(question, key));
            TextWords around = words(surroundings(passage), language, asked);
            List<SentenceFeatures.Sentence> sentences = new ArrayList<>();
            for (TextSpan span : passage.passage().sentences()) {
                String text = span.in(passage.version().text());
                TextWords held =
                        words(SpeakerAliases.with(text, passage.version().details()), language, asked);
                RankedSentence sentence =
                        sentence(asked, passage, span, held, around, similarity(questionVector, known.get(text)));
                sentences.add(new SentenceFeatures.Sentence(sentence, held, analysis.terms(text, language)));
            }
            Double similarity = similarity(questionVector, known.get(embedded(passage)));
            ranked.addAll(
                    features.computeIfAbsent(language, key -> new SentenceFeatures(question, asked, key, opposites))
                            .measure(sentences, new SentenceFeatures.Surroundings(rank, around, similarity)));
            rank++;
        }
        return ranked(ranked, WEIGHTS);
    }

    /** Measured sentences in the order of some weights, best first, with their scores by these. */
    public static List<RankedSentence> ranked(List<RankedSentence> sentences, FittedWeights weights) {
        double[] sums = sentences.stream()
                .mapToDouble(sentence -> weights.sum(sentence.features()))
                .toArray();
        double best = Arrays.stream(sums).max().orElse(0);
        List<RankedSentence> ranked = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            ranked.add(sentences.get(i).with(Math.exp(sums[i] - best)));
        }
        ranked.sort(Comparator.comparingDouble(RankedSentence::score).reversed());
        return ranked;
    }

    private static @Nullable Double similarity(float @Nullable [] question, float @Nullable [] text) {
        return question == null || text == null ? null : (Double) dot(question, text);
    }

    private static RankedSentence sentence(
            List<AskedWord> asked,
            RankedPassage passage,
            TextSpan span,
            TextWords held,
            TextWords around,
            @Nullable Double similarity) {
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
        return new RankedSentence(passage, span, 0, coverage, similarity, missing, held.terms(), Map.of());
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
            texts.add(embedded(passage));
        }
        return texts;
    }

    private static String embedded(RankedPassage passage) {
        return PassageVectors.embeddedText(passage.version(), passage.passage());
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
