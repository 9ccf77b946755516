package org.citebot.answering.model;

import java.time.Duration;
import org.citebot.answering.ModelReply;
import org.jspecify.annotations.Nullable;

/** What comes of one call of a model. */
sealed interface CallResult {

    /**
     * It wrote.
     *
     * @param inputTokens what the provider counted as read; negative if it did not say
     * @param outputTokens what it counted as written; negative if it did not say
     */
    record Wrote(String text, int inputTokens, int outputTokens) implements CallResult {

        boolean counted() {
            return inputTokens >= 0 && outputTokens >= 0;
        }
    }

    /**
     * It did not.
     *
     * @param retryable whether the same call may succeed a moment later
     * @param free whether it is certain that nothing is billed for it
     * @param retryAfter when the server wants to be asked again; null if it did not say
     * @param remedy what was wrong and what to do, in a line for whoever runs the bot; null if no more is known
     */
    record Broke(
            ModelReply.Failed.Cause cause,
            boolean retryable,
            boolean free,
            @Nullable Duration retryAfter,
            @Nullable String remedy)
            implements CallResult {

        Broke(ModelReply.Failed.Cause cause, boolean retryable, boolean free, @Nullable Duration retryAfter) {
            this(cause, retryable, free, retryAfter, null);
        }
    }
}
