package org.citebot.answering.model;

import java.time.Duration;

/** A moment by which something must be done, by this process's steady clock. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** How long it is until then; negative when it has passed. */
    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }

    /** Whether anything is left of it after a pause. */
    boolean allows(Duration pause) {
        return left().compareTo(pause) > 0;
    }
}
