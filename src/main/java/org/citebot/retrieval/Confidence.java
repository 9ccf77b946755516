package org.citebot.retrieval;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How likely the corpus answers a question and the sentences chosen are the answer: a logistic function of what is
 * measured of the best one, fitted on questions with and without an answer.
 */
public final class Confidence {

    /** From here on an answer is given. */
    public static final double ANSWER_FROM = 0.5;

    private static final ConfidenceWeights WEIGHTS = ConfidenceWeights.read();

    private Confidence() {}

    /** From 0 to 1; 0 where nothing was found. */
    public static double of(List<RankedSentence> ranked) {
        return ranked.isEmpty() ? 0 : of(features(ranked), WEIGHTS);
    }

    /** The same of what was measured, by other weights. */
    public static double of(Map<ConfidenceFeature, Double> features, ConfidenceWeights weights) {
        return 1 / (1 + Math.exp(-weights.sum(features)));
    }

    /**
     * What is measured of ranked sentences, the best first; there has to be one. Those {@link
     * ConfidenceFeature#OF_COMPARISON} are left out where words were not compared.
     */
    public static Map<ConfidenceFeature, Double> features(List<RankedSentence> ranked) {
        Map<SentenceFeature, Double> best = ranked.getFirst().features();
        Map<ConfidenceFeature, Double> features = new EnumMap<>(ConfidenceFeature.class);
        for (ConfidenceFeature feature : ConfidenceFeature.values()) {
            Double value = switch (feature) {
                case ALWAYS -> 1.0;
                case BEST_SIMILARITY ->
                    ranked.stream()
                            .mapToDouble(sentence -> value(sentence.features(), SentenceFeature.SIMILARITY))
                            .max()
                            .orElse(0);
                case WORST_WORD, MEAN_WORD -> compared(ranked, SentenceFeature.valueOf(feature.name()));
                default -> value(best, SentenceFeature.valueOf(feature.name()));
            };
            if (value != null) {
                features.put(feature, value);
            }
        }
        return Collections.unmodifiableMap(features);
    }

    /** Of the first sentence whose words were compared: by other weights than those of the ranking another may be first. */
    private static @Nullable Double compared(List<RankedSentence> ranked, SentenceFeature feature) {
        return ranked.stream()
                .map(sentence -> sentence.features().get(feature))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static double value(Map<SentenceFeature, Double> features, SentenceFeature feature) {
        return features.getOrDefault(feature, 0.0);
    }
}
