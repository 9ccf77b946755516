package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals by resampling with replacement (Efron and Tibshirani, An Introduction to the Bootstrap, 1993).
 * Always the same seed, so that the same results have the same intervals. For many threads.
 */
final class Bootstrap {

    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20_240_130;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** A mean. */
    static Figure mean(List<Double> values) {
        return statistic(values, Bootstrap::meanOf);
    }

    /** Any statistic of items; resamples for which it is not defined (NaN) do not count. */
    static <T> Figure statistic(List<T> items, ToDoubleFunction<List<T>> statistic) {
        double value = statistic.applyAsDouble(items);
        double[] resampled = resampled(items, statistic);
        return resampled.length == 0 ? new Figure(value, value, value) : figure(value, resampled);
    }

    /** The difference of two means over the same items, ours minus theirs. */
    static Difference paired(List<Double> ours, List<Double> theirs) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            differences.add(ours.get(i) - theirs.get(i));
        }
        double[] resampled = resampled(differences, Bootstrap::meanOf);
        Figure mean = figure(meanOf(differences), resampled);
        double notAbove = Arrays.stream(resampled).filter(each -> each <= 0).count();
        return new Difference(mean.value(), mean.low(), mean.high(), notAbove / resampled.length);
    }

    /** The statistic of each resample for which it is defined, sorted. */
    private static <T> double[] resampled(List<T> items, ToDoubleFunction<List<T>> statistic) {
        Random random = new Random(SEED);
        double[] values = new double[RESAMPLES];
        int defined = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            double value = statistic.applyAsDouble(resample(items, random));
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(values, defined);
        Arrays.sort(sorted);
        return sorted;
    }

    private static Figure figure(double value, double[] sorted) {
        return new Figure(value, percentile(sorted, TAIL), percentile(sorted, 1 - TAIL));
    }

    private static double meanOf(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    private static <T> List<T> resample(List<T> items, Random random) {
        List<T> sample = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            sample.add(items.get(random.nextInt(items.size())));
        }
        return sample;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
