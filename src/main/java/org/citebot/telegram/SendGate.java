package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.limit.SendLimiter;
import org.citebot.telegram.limit.SendLimiter.Verdict;
import org.citebot.telegram.limit.SendLimiter.Weight;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all calls to the limits of Telegram, and follows groups that became supergroups. A short wait is waited here; a
 * long one is for the inbox, which keeps it in its file.
 */
final class SendGate implements CallGate {

    private static final Logger LOG = LoggerFactory.getLogger(SendGate.class);
    private static final String CHAT = "chat_id";

    /** How long a chat may make a call wait here. What the whole bot makes it wait is bounded by what is in hand. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration UNTOLD_SILENCE = Duration.ofSeconds(1);

    private final SendLimiter limiter;
    private final MigratedChats chats;
    private final BotMetrics metrics;

    SendGate(SendLimiter limiter, MigratedChats chats, BotMetrics metrics) {
        this.limiter = limiter;
        this.chats = chats;
        this.metrics = metrics;
    }

    @Override
    public void pass(String method, ObjectNode fields) throws BotApiException {
        JsonNode chat = fields.path(CHAT);
        if (chat.canConvertToLong() || chat.isTextual()) {
            chats.current(chat.asLong()).ifPresent(current -> fields.put(CHAT, String.valueOf(current)));
        }
        String recipient = recipient(method, fields);
        Weight weight = weight(method);
        while (true) {
            switch (limiter.ask(recipient, weight)) {
                case Verdict.Go go -> {
                    pause(method, go.after());
                    refuse(method, limiter.silence(recipient));
                    return;
                }
                case Verdict.Ask later -> {
                    if (weight != Weight.MESSAGE || later.after().compareTo(PATIENCE) > 0) {
                        refuse(method, later.after());
                    }
                    pause(method, later.after());
                }
            }
        }
    }

    @Override
    public void called(String method, @Nullable Kind failure, Duration time) {
        metrics.called(method, failure == null ? "ok" : failure.name().toLowerCase(Locale.ROOT), time);
    }

    @Override
    public boolean mayRepeat(String method, ObjectNode fields, BotApiException failure) {
        if (failure.kind() == Kind.TOO_MANY_REQUESTS) {
            Duration asked = failure.retryAfter();
            limiter.beSilent(recipient(method, fields), asked == null ? UNTOLD_SILENCE : asked);
        }
        Long current = failure.migratedTo();
        if (current == null || !fields.has(CHAT)) {
            return false;
        }
        chats.move(fields.path(CHAT).asLong(), current);
        fields.put(CHAT, String.valueOf(current));
        LOG.info("A group became a supergroup; what was known of it goes on there");
        return true;
    }

    private static String recipient(String method, ObjectNode fields) {
        return fields.has(CHAT) ? fields.path(CHAT).asText() : method;
    }

    private static Weight weight(String method) {
        String name = method.toLowerCase(Locale.ROOT);
        if (name.equals("sendchataction") || name.equals("sendmessagedraft") || name.equals("sendrichmessagedraft")) {
            return Weight.HINT;
        }
        boolean message = name.startsWith("send") || name.startsWith("edit") || name.startsWith("copy");
        return message || name.startsWith("forward") ? Weight.MESSAGE : Weight.OTHER;
    }

    private void refuse(String method, Duration wait) throws BotApiException {
        if (wait.isPositive()) {
            metrics.heldBack();
            throw new BotApiException(
                    Kind.TOO_MANY_REQUESTS, method, 0, "held back, to keep to Telegram's limits", wait);
        }
    }

    private static void pause(String method, Duration time) throws BotApiException {
        if (!time.isPositive()) {
            return;
        }
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BotApiException(Kind.UNREACHABLE, method, 0, "the bot is being stopped", null);
        }
    }
}
