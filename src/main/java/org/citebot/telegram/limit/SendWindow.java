package org.citebot.telegram.limit;

import java.time.Duration;
import java.util.Arrays;

/**
 * At most so many calls in any stretch of a length, as Telegram sees them. It sees a call at some moment between its
 * start and its answer, so a call counts from its start until one length after its answer. Not for many threads.
 */
final class SendWindow {

    /** A call that is not answered by then has been seen: a server that stalls must not take the places of others. */
    private static final long LONGEST_UNSEEN = Duration.ofSeconds(1).toNanos();

    /** What a call takes that does not count. */
    static final Place NONE = now -> {};

    /** When each place is free again. */
    private final long[] free;

    private final long length;

    /** What a call has taken. */
    interface Place {

        /** The call has been answered. */
        void answered(long now);
    }

    /** @param most how many calls; 0 for any number */
    SendWindow(int most, Duration length, long now) {
        this.free = new long[most];
        this.length = length.toNanos();
        Arrays.fill(free, now);
    }

    /** When the next call may go out: {@code now} or later. */
    long freeAt(long now) {
        return free.length == 0 ? now : Math.max(now, free[first()]);
    }

    /** Takes the place that has been free for the longest; one must be free. */
    Place take(long now) {
        if (free.length == 0) {
            return NONE;
        }
        int place = first();
        long unanswered = now + LONGEST_UNSEEN + length;
        free[place] = unanswered;
        return end -> {
            // Else another call has it by now.
            if (free[place] == unanswered) {
                free[place] = Math.min(unanswered, end + length);
            }
        };
    }

    /** How many calls count at this moment. */
    int within(long now) {
        return (int) Arrays.stream(free).filter(until -> until > now).count();
    }

    private int first() {
        int first = 0;
        for (int i = 1; i < free.length; i++) {
            if (free[i] < free[first]) {
                first = i;
            }
        }
        return first;
    }
}
