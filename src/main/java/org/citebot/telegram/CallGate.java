package org.citebot.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.citebot.telegram.limit.SendLimiter.Permit;
import org.jspecify.annotations.Nullable;

/** What every call passes on its way out. For many threads. */
interface CallGate {

    /** Lets every call pass. */
    CallGate OPEN = new CallGate() {
        @Override
        public Permit pass(String method, ObjectNode fields) {
            return Permit.FREE;
        }

        @Override
        public void called(String method, BotApiException.@Nullable Kind failure, Duration time) {}

        @Override
        public boolean mayRepeat(String method, ObjectNode fields, BotApiException failure) {
            return false;
        }
    };

    /**
     * Waits until a call may go out, and may change where it goes.
     *
     * @return to be closed when the call has been answered
     * @throws BotApiException if that would take too long: with {@link BotApiException.Kind#TOO_MANY_REQUESTS} and the
     *     time to wait; nothing was called
     */
    Permit pass(String method, ObjectNode fields) throws BotApiException;

    /**
     * Hears of every call.
     *
     * @param failure null if there was none
     */
    void called(String method, BotApiException.@Nullable Kind failure, Duration time);

    /** Hears of a call that failed; true if it is to be made once more, with {@code fields} as they are then. */
    boolean mayRepeat(String method, ObjectNode fields, BotApiException failure);
}
