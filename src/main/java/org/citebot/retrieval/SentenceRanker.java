package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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

    /** The highest score of a sentence that is not the best. */
    private static final double SECOND = Math.nextDown(1.0);

    private static final FittedWeights WEIGHTS = FittedWeights.read("sentence-weights.txt");

    private final TextAnalysis analysis;
    private final QuestionWeigher weigher;
    private final WordComparison comparison;
    private final Opposites opposites = new Opposites();

    /** Words are weighed by the index, and those of the best sentence compared by their vectors. */
    public SentenceRanker(TextAnalysis analysis, PassageIndex index, PassageVectors vectors) {
        this.analysis = analysis;
        this.comparison = new WordComparison(analysis, vectors);
        this.weigher = new QuestionWeigher(analysis, index);
    }

    /** All sentences of the passages found for a question, best first. */
    public List<RankedSentence> rank(AnalyzedQuestion question, Retrieval retrieval) {
        Similarities similarities = retrieval.similarities();
        List<RankedPassage> passages = retrieval.passages();
        Map<Language, List<AskedWord>> words = new EnumMap<>(Language.class);
        Map<Language, SentenceFeatures> features = new EnumMap<>(Language.class);
        List<RankedSentence> ranked = new ArrayList<>();
        int rank = 0;
        for (RankedPassage passage : passages) {
            Language language = passage.version().details().language();
            List<AskedWord> asked = words.computeIfAbsent(language, key -> weigher.words(question, key));
            List<Analysed> analysed = passage.passage().sentences().stream()
                    .map(span -> analysed(passage, span, language, asked))
                    .toList();
            TextWords around = around(passage, analysed, language, asked);
            List<SentenceFeatures.Sentence> sentences = new ArrayList<>();
            for (Analysed sentence : analysed) {
                Double similarity = similarities.of(sentence.text());
                sentences.add(new SentenceFeatures.Sentence(
                        sentence(asked, passage, sentence, around, similarity), sentence.held(), sentence.terms()));
            }
            ranked.addAll(features.computeIfAbsent(
                            language, key -> new SentenceFeatures(question, asked, key, opposites))
                    .measure(sentences, new SentenceFeatures.Surroundings(rank, around, similarities.of(passage))));
            rank++;
        }
        return withWordsCompared(question, ranked(ranked, WEIGHTS));
    }

    /** To compare words takes an inference, so it is done for the best sentence alone. */
    private List<RankedSentence> withWordsCompared(AnalyzedQuestion question, List<RankedSentence> ranked) {
        WordComparison.Nearness nearness = ranked.isEmpty() ? null : comparison.compare(question, ranked.getFirst());
        if (nearness != null) {
            Map<SentenceFeature, Double> features =
                    new EnumMap<>(ranked.getFirst().features());
            features.put(SentenceFeature.WORST_WORD, nearness.worst());
            features.put(SentenceFeature.MEAN_WORD, nearness.mean());
            ranked.set(0, ranked.getFirst().with(Collections.unmodifiableMap(features)));
        }
        return ranked;
    }

    /** Measured sentences in the order of some weights, best first, with their scores by these. */
    public static List<RankedSentence> ranked(List<RankedSentence> sentences, FittedWeights weights) {
        double[] scores = scores(sentences, weights);
        List<RankedSentence> ranked = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            ranked.add(sentences.get(i).with(scores[i]));
        }
        ranked.sort(Comparator.comparingDouble(RankedSentence::score).reversed());
        return ranked;
    }

    /**
     * How likely measured sentences are the answer beside the best one of them, whose score is 1; no other's is as high. What
     * the sentence before holds helps to find the best one, but is no merit of what is read after it.
     */
    public static double[] scores(List<RankedSentence> sentences, FittedWeights weights) {
        double[] sums = new double[sentences.size()];
        double[] alone = new double[sums.length];
        int best = 0;
        for (int i = 0; i < sums.length; i++) {
            Map<SentenceFeature, Double> features = sentences.get(i).features();
            sums[i] = weights.sum(features);
            alone[i] = sums[i] - weights.product(SentenceFeature.IN_BEFORE, features);
            best = sums[i] > sums[best] ? i : best;
        }
        double[] scores = new double[sums.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i == best ? 1 : Math.min(SECOND, Math.exp(alone[i] - alone[best]));
        }
        return scores;
    }

    /**
     * A sentence, analysed for a question.
     *
     * @param terms its words in order
     * @param held its words, with the other names of the speakers in it
     */
    private record Analysed(TextSpan span, String text, List<TextAnalysis.Term> terms, TextWords held) {}

    private Analysed analysed(RankedPassage passage, TextSpan span, Language language, List<AskedWord> asked) {
        String text = span.in(passage.version().text());
        List<TextAnalysis.Term> terms = analysis.terms(text, language);
        String named = SpeakerAliases.with(text, passage.version().details());
        TextWords held = named.equals(text) ? words(terms, text, language, asked) : words(named, language, asked);
        return new Analysed(span, text, terms, held);
    }

    /**
     * The words of all sentences of a passage and of its title, and the year in which it came out, which news leave out;
     * furniture between the sentences tells nothing.
     */
    private TextWords around(
            RankedPassage passage, List<Analysed> sentences, Language language, List<AskedWord> asked) {
        String title = SpeakerAliases.with(
                passage.version().details().title(), passage.version().details());
        TextWords ofTitle = words(title, language, asked);
        Set<String> terms = new HashSet<>(ofTitle.terms());
        Set<String> keys = new HashSet<>(ofTitle.keys());
        LocalDate published = passage.version().details().published();
        if (published != null) {
            terms.add(Integer.toString(published.getYear()));
        }
        for (Analysed sentence : sentences) {
            terms.addAll(sentence.held().terms());
            keys.addAll(sentence.held().keys());
        }
        return new TextWords(terms, keys);
    }

    private static RankedSentence sentence(
            List<AskedWord> asked,
            RankedPassage passage,
            Analysed analysed,
            TextWords around,
            @Nullable Double similarity) {
        TextWords held = analysed.held();
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
        return new RankedSentence(passage, analysed.span(), 0, coverage, similarity, missing, held.terms(), Map.of());
    }

    /** A similarity of vectors on a scale from 0, nothing in common, to 1, the same. */
    static double meaning(double similarity) {
        return Math.clamp((similarity - NO_SIMILARITY) / SIMILARITY_RANGE, 0, 1);
    }

    private TextWords words(String text, Language language, List<AskedWord> asked) {
        return words(analysis.terms(text, language), text, language, asked);
    }

    private TextWords words(List<TextAnalysis.Term> analysed, String text, Language language, List<AskedWord> asked) {
        Set<String> terms = new HashSet<>();
        analysed.forEach(term -> terms.add(term.text()));
        boolean keys = asked.stream().anyMatch(AskedWord::hasKeys);
        return new TextWords(terms, keys ? analysis.keys(text, language) : Set.of());
    }
}
