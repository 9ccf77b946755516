package org.citebot.benchmark;

import java.util.List;

/** Measured values of one thing, in ascending order; at least one. */
record Samples(List<Double> ascending) {

    Samples {
        ascending = ascending.stream().sorted().toList();
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that {@code percent} per cent of the values do not exceed (nearest rank). */
    double percentile(int percent) {
        int rank = Math.ceilDiv(percent * ascending.size(), 100);
        return ascending.get(Math.max(rank, 1) - 1);
    }

    @Override
    public String toString() {
        return "min %.2f  median %.2f  max %.2f".formatted(ascending.getFirst(), median(), ascending.getLast());
    }
}
