package org.citebot.telegram.fake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What Telegram answers instead of a result. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;
    private final @Nullable Duration retryAfter;

    Refusal(int code, String description, @Nullable Duration retryAfter) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static Refusal badRequest(String description) {
        return new Refusal(400, "Bad Request: " + description, null);
    }

    int code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
