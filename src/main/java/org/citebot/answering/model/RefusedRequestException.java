package org.citebot.answering.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server answered with an error. What it said is left out: it may repeat the key, or the question. */
final class RefusedRequestException extends HttpException {

    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    RefusedRequestException(int status, @Nullable Duration retryAfter) {
        super(status, "HTTP " + status);
        this.retryAfter = retryAfter;
    }

    /** When it wants to be asked again; null if it did not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
