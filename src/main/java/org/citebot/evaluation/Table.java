package org.citebot.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citebot.retrieval.FittedWeights;

/**
 * Rows of features, each feature brought to mean 0 and deviation 1, so that one penalty is fair to all. One
 * that a row lacks is 0.
 */
final class Table<F extends Enum<F>> {

    private final List<F> features;
    private final double[] mean;
    private final double[] deviation;
    private final double[][] rows;

    Table(List<F> features, List<Map<F, Double>> rows) {
        this.features = List.copyOf(features);
        this.rows = rows.stream()
                .map(row -> features.stream()
                        .mapToDouble(feature -> row.getOrDefault(feature, 0.0))
                        .toArray())
                .toArray(double[][]::new);
        this.mean = new double[features.size()];
        this.deviation = new double[features.size()];
        for (int i = 0; i < mean.length; i++) {
            scale(i);
        }
    }

    /** A feature that is always the same stays as it is. */
    private void scale(int feature) {
        double sum = 0;
        double squares = 0;
        for (double[] row : rows) {
            sum += row[feature];
            squares += row[feature] * row[feature];
        }
        double average = sum / rows.length;
        double variance = squares / rows.length - average * average;
        boolean varies = variance > 1e-12;
        mean[feature] = varies ? average : 0;
        deviation[feature] = varies ? Math.sqrt(variance) : 1;
        for (double[] row : rows) {
            row[feature] = (row[feature] - mean[feature]) / deviation[feature];
        }
    }

    int size() {
        return rows.length;
    }

    int width() {
        return features.size();
    }

    /** The weighted sum of a row. */
    double sum(int row, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * rows[row][i];
        }
        return sum;
    }

    /** Adds a multiple of a row. */
    void addTo(double[] total, int row, double times) {
        for (int i = 0; i < total.length; i++) {
            total[i] += times * rows[row][i];
        }
    }

    /** Weights of the scaled features as weights of the features themselves; what is left over goes to one that is 1. */
    FittedWeights unscaled(double[] weights) {
        Map<String, Double> byName = new LinkedHashMap<>();
        double rest = 0;
        for (int i = 0; i < weights.length; i++) {
            byName.put(features.get(i).name(), weights[i] / deviation[i]);
            rest -= weights[i] * mean[i] / deviation[i];
        }
        double constant = rest;
        byName.computeIfPresent("ALWAYS", (name, weight) -> weight + constant);
        return new FittedWeights(byName);
    }
}
