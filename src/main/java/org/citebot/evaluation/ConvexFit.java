package org.citebot.evaluation;

import java.util.Arrays;

/**
 * Finds where a smooth convex function is least: gradient descent with Nesterov's acceleration, a step found by
 * backtracking, and a new start whenever the acceleration leads uphill (O'Donoghue and Candès, "Adaptive Restart for
 * Accelerated Gradient Schemes", 2015).
 */
final class ConvexFit {

    private static final int MOST_STEPS = 2_000;
    private static final double SMALLEST_STEP = 1e-6;

    private ConvexFit() {}

    /** A function and its slope. */
    @FunctionalInterface
    interface Loss {

        /** The value at a point; adds the slope there to {@code gradient}, which is all zeros. */
        double at(double[] point, double[] gradient);
    }

    /** The point of the least value, in so many dimensions. */
    static double[] least(Loss loss, int dimensions) {
        double[] point = new double[dimensions];
        double[] ahead = point;
        double momentum = 1;
        double steepness = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[dimensions];
            double value = loss.at(ahead, gradient);
            double square = dot(gradient, gradient);
            double[] next = moved(ahead, gradient, -1 / steepness);
            while (loss.at(next, new double[dimensions]) > value - square / (2 * steepness) + 1e-12 * Math.abs(value)) {
                steepness *= 2;
                next = moved(ahead, gradient, -1 / steepness);
            }
            double[] way = moved(next, point, -1);
            if (dot(way, way) < SMALLEST_STEP * SMALLEST_STEP) {
                return next;
            }
            if (dot(gradient, way) > 0) {
                momentum = 1;
            }
            double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            ahead = moved(next, way, (momentum - 1) / following);
            momentum = following;
            point = next;
            steepness *= 0.9;
        }
        return point;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = Arrays.copyOf(from, from.length);
        for (int i = 0; i < to.length; i++) {
            to[i] += length * direction[i];
        }
        return to;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
