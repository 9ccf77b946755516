package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.limit.SendLimiter;
import org.citebot.telegram.limit.SendLimiter.Permit;
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

    /** Who came first where the whole bot is too fast goes first. */
    private final ReentrantLock turn = new ReentrantLock(true);

    SendGate(SendLimiter limiter, MigratedChats chats, BotMetrics metrics) {
        this.limiter = limiter;
        this.chats = chats;
        this.metrics = metrics;
    }

    @Override
    public Permit pass(String method, ObjectNode fields) throws BotApiException {
        JsonNode chat = fields.path(CHAT);
        if (chat.canConvertToLong() || chat.isTextual()) {
            chats.current(chat.asLong()).ifPresent(current -> fields.put(CHAT, String.valueOf(current)));
        }
        String recipient = recipient(method, fields);
        Weight weight = weight(method);
        while (true) {
            switch (weight == Weight.MESSAGE ? inTurn(method, recipient) : limiter.ask(recipient, weight)) {
                case Verdict.Go go -> {
                    return go.permit();
                }
                case Verdict.Wait later -> {
                    if (weight != Weight.MESSAGE || later.time().compareTo(PATIENCE) > 0) {
                        throw heldBack(method, later.time());
                    }
                    pause(method, later.time());
                }
                case Verdict.Full later -> throw heldBack(method, later.time());
            }
        }
    }

    /** Waits until the whole bot may send; who waits for a chat alone lets the others pass. */
    private Verdict inTurn(String method, String recipient) throws BotApiException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            throw stopped(method);
        }
        try {
            Verdict verdict = limiter.ask(recipient, Weight.MESSAGE);
            while (verdict instanceof Verdict.Full later) {
                pause(method, later.time());
                verdict = limiter.ask(recipient, Weight.MESSAGE);
            }
            return verdict;
        } finally {
            turn.unlock();
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

    private BotApiException heldBack(String method, Duration wait) {
        metrics.heldBack();
        return new BotApiException(Kind.TOO_MANY_REQUESTS, method, 0, "held back, to keep to Telegram's limits", wait);
    }

    private static void pause(String method, Duration time) throws BotApiException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw stopped(method);
        }
    }

    private static BotApiException stopped(String method) {
        Thread.currentThread().interrupt();
        return new BotApiException(Kind.UNREACHABLE, method, 0, "the bot is being stopped", null);
    }
}
