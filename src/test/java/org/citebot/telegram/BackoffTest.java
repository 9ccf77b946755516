package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(5));

    @Test
    void itDoublesUpToTheLongest() {
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(backoff.after(1_000_000)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @Test
    void afterAnOutageOfTwoHoursTheNextAttemptComesWithinAMinute() {
        Duration outage = Duration.ofHours(2);
        Duration elapsed = Duration.ZERO;
        for (int failures = 1; elapsed.compareTo(outage) < 0; failures++) {
            elapsed = elapsed.plus(backoff.after(failures));
        }

        assertThat(elapsed.minus(outage)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void itVaries() {
        assertThat(backoff.after(20)).isNotEqualTo(backoff.after(20));
    }
}
