package org.citebot.telegram.fake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What Telegram answers instead of a result. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;
    private final @Nullable Duration retryAfter;
    private final @Nullable Long migratedTo;

    Refusal(int code, String description, @Nullable Duration retryAfter) {
        this(code, description, retryAfter, null);
    }

    private Refusal(int code, String description, @Nullable Duration retryAfter, @Nullable Long migratedTo) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
    }

    static Refusal migrated(long chat) {
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", null, chat);
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

    @Nullable
    Long migratedTo() {
        return migratedTo;
    }
}
