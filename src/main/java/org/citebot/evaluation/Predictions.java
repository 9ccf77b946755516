package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Figures of scores against what is true. */
final class Predictions {

    /** Of equal width, from 0 to 1, as in Naeini, Cooper and Hauskrecht, AAAI 2015. */
    private static final int BINS = 10;

    private Predictions() {}

    /**
     * The area under the ROC curve: how likely a positive one scores above a negative one, ties counting half
     * (Mann-Whitney U). NaN where one of the two is missing.
     */
    static double auroc(List<Prediction> predictions) {
        List<Prediction> sorted = new ArrayList<>(predictions);
        sorted.sort(Comparator.comparingDouble(Prediction::score));
        double positives = 0;
        double negatives = 0;
        double ordered = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            int tiedPositives = 0;
            while (to < sorted.size()
                    && sorted.get(to).score() == sorted.get(from).score()) {
                tiedPositives += sorted.get(to).positive() ? 1 : 0;
                to++;
            }
            int tiedNegatives = to - from - tiedPositives;
            ordered += tiedPositives * (negatives + tiedNegatives / 2.0);
            positives += tiedPositives;
            negatives += tiedNegatives;
            from = to;
        }
        return ordered / (positives * negatives);
    }

    /**
     * The mean of the shares of positive ones that score at least the threshold, and of negative ones that score less.
     * NaN where one of the two is missing.
     */
    static double balancedAccuracy(List<Prediction> predictions, double threshold) {
        double positives = 0;
        double found = 0;
        double refused = 0;
        for (Prediction prediction : predictions) {
            boolean accepted = prediction.score() >= threshold;
            positives += prediction.positive() ? 1 : 0;
            found += prediction.positive() && accepted ? 1 : 0;
            refused += !prediction.positive() && !accepted ? 1 : 0;
        }
        return (found / positives + refused / (predictions.size() - positives)) / 2;
    }

    /**
     * The expected calibration error of probabilities: over ten bins of equal width, [0, 0.1), …, [0.9, 1], the mean
     * difference between the mean probability and the share of positive ones, weighted by how many each bin holds.
     */
    static double calibrationError(List<Prediction> predictions) {
        double[] difference = new double[BINS];
        for (Prediction prediction : predictions) {
            int bin = Math.clamp((int) (prediction.score() * BINS), 0, BINS - 1);
            difference[bin] += prediction.score() - (prediction.positive() ? 1 : 0);
        }
        double sum = 0;
        for (double each : difference) {
            sum += Math.abs(each);
        }
        return sum / predictions.size();
    }
}
