package org.citebot.telegram.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells whether a call may go out at this moment. Messages keep the rates of their chat and of the whole bot, whatever
 * delays calls and answers have on their way. A chat in which Telegram asked for silence is left alone until that ends.
 * Knows of chats that were written to in the last minutes alone. For many threads.
 */
public final class SendLimiter {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A silence is a little longer here than Telegram asked for: it began when the answer was sent. */
    private static final Duration SLACK = Duration.ofMillis(20);

    private static final int MOST_IDLE = 4096;

    private final LongSupplier nanoTime;
    private final Rates rates;
    private final SendWindow all;
    private final int hintsStopAt;
    private final Map<String, Recipient> recipients = new HashMap<>();
    private int tidyAt = MOST_IDLE;

    /** What a call weighs. */
    public enum Weight {
        /** A message, or the change of one: counts everywhere. */
        MESSAGE,
        /** Something that only shows that work goes on: goes out where there is room, else not at all. */
        HINT,
        /** Anything else: goes out unless the chat is to be left alone. */
        OTHER
    }

    /** What came of asking. */
    public sealed interface Verdict {

        /** It may go out, now: its places are taken. */
        record Go(Permit permit) implements Verdict {}

        /** Not before its recipient may be called again; nothing was taken. To be asked again. */
        record Wait(Duration time) implements Verdict {}

        /** Not now, as the whole bot is too fast; nothing was taken. To be asked again. */
        record Full(Duration time) implements Verdict {}
    }

    /** The right to make one call. */
    @FunctionalInterface
    public interface Permit {

        /** Of a call that counts nowhere. */
        Permit FREE = () -> {};

        /** To be called when the call has been answered, or has failed. */
        void close();
    }

    /**
     * How many messages may go out; 0 for any number.
     *
     * @param all a second, over all chats
     * @param chat a second, into one chat
     * @param group a minute, into one group
     */
    public record Rates(int all, int chat, int group) {

        /** None at all. */
        public static final Rates UNLIMITED = new Rates(0, 0, 0);

        private static final int CHAT = 1;
        private static final int GROUP = 20;

        /** What is known of Telegram's limits. */
        public static Rates ofTelegram(int all) {
            return new Rates(all, CHAT, GROUP);
        }
    }

    public SendLimiter(Rates rates) {
        this(rates, System::nanoTime);
    }

    /** @param nanoTime a clock of nanoseconds, like {@link System#nanoTime} */
    public SendLimiter(Rates rates, LongSupplier nanoTime) {
        this.rates = rates;
        this.nanoTime = nanoTime;
        this.all = new SendWindow(rates.all(), SECOND, nanoTime.getAsLong());
        this.hintsStopAt = rates.all() == 0 ? Integer.MAX_VALUE : Math.max(1, rates.all() * 2 / 3);
    }

    /**
     * Asks for a call to go out.
     *
     * @param recipient the number of a chat, negative for a group; for a call without a chat, its method
     */
    public synchronized Verdict ask(String recipient, Weight weight) {
        long now = nanoTime.getAsLong();
        Recipient known = recipient(recipient, now);
        long free = known.freeAt(weight, now);
        if (free > now) {
            return new Verdict.Wait(Duration.ofNanos(free - now));
        }
        return switch (weight) {
            case OTHER -> new Verdict.Go(Permit.FREE);
            case MESSAGE -> {
                long room = all.freeAt(now);
                yield room > now
                        ? new Verdict.Full(Duration.ofNanos(room - now))
                        : new Verdict.Go(permit(all.take(now), known.take(now)));
            }
            case HINT ->
                all.within(now) >= hintsStopAt
                        ? new Verdict.Full(SECOND)
                        : new Verdict.Go(permit(all.take(now), SendWindow.NONE));
        };
    }

    private Permit permit(SendWindow.Place ofAll, SendWindow.Place ofRecipient) {
        return () -> {
            synchronized (this) {
                long now = nanoTime.getAsLong();
                ofAll.answered(now);
                ofRecipient.answered(now);
            }
        };
    }

    /** How much longer a recipient is to be left alone; zero if it may be called. */
    public synchronized Duration silence(String recipient) {
        Recipient known = recipients.get(recipient);
        long now = nanoTime.getAsLong();
        return known == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, known.silentUntil(now) - now));
    }

    /** Telegram asked to leave a recipient alone for so long. */
    public synchronized void beSilent(String recipient, Duration time) {
        long now = nanoTime.getAsLong();
        recipient(recipient, now).beSilent(now + time.plus(SLACK).toNanos(), now);
    }

    synchronized int known() {
        return recipients.size();
    }

    private Recipient recipient(String name, long now) {
        if (recipients.size() >= tidyAt) {
            recipients.values().removeIf(each -> each.idle(now));
            tidyAt = Math.max(MOST_IDLE, recipients.size() * 2);
        }
        return recipients.computeIfAbsent(name, key -> new Recipient(rates, key.startsWith("-"), now));
    }

    /** One chat. */
    private static final class Recipient {

        private final SendWindow second;
        private final SendWindow minute;
        private long silentUntil;
        private long last;

        Recipient(Rates rates, boolean group, long now) {
            this.second = new SendWindow(rates.chat(), SECOND, now);
            this.minute = new SendWindow(group ? rates.group() : 0, MINUTE, now);
            this.silentUntil = now;
            this.last = now;
        }

        long freeAt(Weight weight, long now) {
            long silent = silentUntil(now);
            return weight == Weight.MESSAGE
                    ? Math.max(silent, Math.max(second.freeAt(now), minute.freeAt(now)))
                    : silent;
        }

        SendWindow.Place take(long now) {
            SendWindow.Place ofSecond = second.take(now);
            SendWindow.Place ofMinute = minute.take(now);
            last = now;
            return end -> {
                ofSecond.answered(end);
                ofMinute.answered(end);
                last = Math.max(last, end);
            };
        }

        long silentUntil(long now) {
            return Math.max(silentUntil, now);
        }

        void beSilent(long until, long now) {
            silentUntil = Math.max(silentUntil(now), until);
        }

        boolean idle(long now) {
            return silentUntil <= now && now - last > MINUTE.toNanos();
        }
    }
}
