package org.citebot.telegram;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: twice as long each time up to a longest, of which a random half is taken
 * off so that many bots do not come back at the same moment.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 30;

    /** The first pause, doubled for every failure after the first, but not beyond the longest. */
    static Duration doubled(Duration first, Duration longest, int failures) {
        long factor = 1L << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
        Duration full = first.multipliedBy(factor);
        return full.compareTo(longest) < 0 ? full : longest;
    }

    /** The pause after the given number of failures in a row, from 1. */
    Duration after(int failures) {
        long millis = doubled(first, longest, failures).toMillis();
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }
}
