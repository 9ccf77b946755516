package org.citebot.retrieval;

import java.util.Map;

/**
 * The weights of the confidence.
 *
 * @param compared where the words of the question were compared with those of the best sentence
 * @param uncompared where no model does that: before there are vectors, without a model, across languages
 */
public record ConfidenceWeights(FittedWeights compared, FittedWeights uncompared) {

    static ConfidenceWeights read() {
        return new ConfidenceWeights(
                FittedWeights.read("confidence-weights.txt"), FittedWeights.read("confidence-weights-uncompared.txt"));
    }

    /** The weighted sum of what was measured. */
    double sum(Map<ConfidenceFeature, Double> features) {
        return (features.containsKey(ConfidenceFeature.WORST_WORD) ? compared : uncompared).sum(features);
    }
}
