package org.citebot.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Bot API that brought no result. What failed is told by {@link #kind()}, never by the words. Holds
 * neither the address, which contains the token, nor the exception of the HTTP client, which may.
 */
final class BotApiException extends Exception {

    private static final long serialVersionUID = 1;

    /** Who has to do what. */
    enum Kind {
        /** 400: the request is wrong, and stays wrong. */
        BAD_REQUEST,
        /** 401 or 404: Telegram knows no bot by this token. */
        UNKNOWN_BOT,
        /** 403: blocked, or thrown out of the chat. */
        FORBIDDEN,
        /** 409: someone else polls, or a webhook is set. */
        CONFLICT,
        /** 429: too fast; {@link BotApiException#retryAfter()} says how long to be silent. */
        TOO_MANY_REQUESTS,
        /** 5xx, or an error that no Bot API answers: the server's own trouble. */
        SERVER,
        /** No answer: a broken network, or a time limit that ran out. */
        UNREACHABLE,
        /** Taken, but the answer is not what the Bot API answers. */
        UNINTELLIGIBLE
    }

    private final Kind kind;
    private final int code;
    private final String description;
    private final @Nullable Duration retryAfter;
    private final @Nullable Long migratedTo;

    BotApiException(Kind kind, String method, int code, String description, @Nullable Duration retryAfter) {
        this(kind, method, code, description, retryAfter, null);
    }

    private BotApiException(
            Kind kind,
            String method,
            int code,
            String description,
            @Nullable Duration retryAfter,
            @Nullable Long migratedTo) {
        super(method + ": " + kind + (code == 0 ? "" : " (" + code + ")"));
        this.kind = kind;
        this.code = code;
        this.description = description;
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
    }

    static BotApiException ofCode(
            String method, int code, String description, @Nullable Duration retryAfter, @Nullable Long migratedTo) {
        Kind kind = switch (code) {
            case 400 -> Kind.BAD_REQUEST;
            case 401, 404 -> Kind.UNKNOWN_BOT;
            case 403 -> Kind.FORBIDDEN;
            case 409 -> Kind.CONFLICT;
            case 429 -> Kind.TOO_MANY_REQUESTS;
            default -> Kind.SERVER;
        };
        return new BotApiException(kind, method, code, description, retryAfter, migratedTo);
    }

    Kind kind() {
        return kind;
    }

    /** The error code, an HTTP status; 0 where nothing answered. */
    int code() {
        return code;
    }

    /**
     * Telegram's own words. May echo what was sent: for a person at the terminal or DEBUG. Only
     * one decision hangs on it, that of {@link MessageSender} on an edit that changes nothing.
     */
    String description() {
        return description;
    }

    /** How long Telegram asks to be left alone; null if it does not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** The number that the group has since it became a supergroup; null if that is not what failed. */
    @Nullable
    Long migratedTo() {
        return migratedTo;
    }
}
