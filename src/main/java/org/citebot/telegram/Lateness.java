package org.citebot.telegram;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What comes later than people expect: an answer says so, a press is no longer answered. */
final class Lateness {

    private static final Duration LATE = Duration.ofMinutes(5);

    /** Telegram no longer takes an answer to a press after that. */
    private static final Duration PRESS = Duration.ofMinutes(2);

    private Lateness() {}

    /** Whether an answer for which somebody waited so long says so. */
    static boolean isLate(Duration waited) {
        return waited.compareTo(LATE) > 0;
    }

    /** Whether a press may still be answered. */
    static boolean isFresh(Instant received, Instant now) {
        return Duration.between(received, now).compareTo(PRESS) <= 0;
    }

    /** When a message was written or last changed; not after it was received, whatever the server's clock says. */
    static Instant written(Message message, Instant received) {
        @Nullable Integer seconds = message.getEditDate() == null ? message.getDate() : message.getEditDate();
        if (seconds == null) {
            return received;
        }
        Instant told = Instant.ofEpochSecond(seconds);
        return told.isBefore(received) ? told : received;
    }
}
