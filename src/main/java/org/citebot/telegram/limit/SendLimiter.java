package org.citebot.telegram.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells when a call may go out. Messages keep the rates of their chat and of the whole bot; whoever asks first goes first
 * where the whole bot is too fast. A chat in which Telegram asked for silence is left alone until that ends. Knows of
 * chats that were written to in the last minutes alone. For many threads.
 */
public final class SendLimiter {

    /** Windows are a little longer here than at Telegram, since calls arrive with different delays. */
    private static final long SLACK = Duration.ofMillis(20).toNanos();

    private static final long SECOND = Duration.ofSeconds(1).toNanos() + SLACK;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos() + SLACK;
    private static final int MOST_IDLE = 4096;

    private final LongSupplier nanoTime;
    private final Rates rates;
    private final Window all;
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

        /** It may go out, after a wait that is zero unless the whole bot is too fast. Its place is taken. */
        record Go(Duration after) implements Verdict {}

        /** It may not go out yet; nothing was taken. To be asked again. */
        record Ask(Duration after) implements Verdict {}
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
        this.all = new Window(rates.all(), SECOND);
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
            return new Verdict.Ask(Duration.ofNanos(free - now));
        }
        return switch (weight) {
            case OTHER -> new Verdict.Go(Duration.ZERO);
            case MESSAGE -> {
                long at = all.take(now);
                known.sent(at);
                yield new Verdict.Go(Duration.ofNanos(at - now));
            }
            case HINT -> {
                if (all.within(now) >= hintsStopAt) {
                    yield new Verdict.Ask(Duration.ofNanos(SECOND));
                }
                all.take(now);
                yield new Verdict.Go(Duration.ZERO);
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
        recipient(recipient, now).beSilent(now + time.toNanos() + SLACK, now);
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

        private final Window second;
        private final Window minute;
        private long silentUntil;
        private long last;

        Recipient(Rates rates, boolean group, long now) {
            this.second = new Window(rates.chat(), SECOND);
            this.minute = new Window(group ? rates.group() : 0, MINUTE);
            this.silentUntil = now;
            this.last = now;
        }

        long freeAt(Weight weight, long now) {
            long silent = silentUntil(now);
            return weight == Weight.MESSAGE
                    ? Math.max(silent, Math.max(second.freeAt(now), minute.freeAt(now)))
                    : silent;
        }

        void sent(long at) {
            second.take(at);
            minute.take(at);
            last = at;
        }

        long silentUntil(long now) {
            return Math.max(silentUntil, now);
        }

        void beSilent(long until, long now) {
            silentUntil = Math.max(silentUntil(now), until);
        }

        boolean idle(long now) {
            return silentUntil <= now && now - last > MINUTE;
        }
    }

    /** At most so many calls in any stretch of a length; none counts where there may be any number. */
    private static final class Window {

        private final long[] times;
        private final long length;
        private int taken;

        Window(int most, long length) {
            this.times = new long[most];
            this.length = length;
        }

        /** When the next call may go out: now, or when the oldest that counts no longer does. */
        long freeAt(long now) {
            return taken < times.length || times.length == 0
                    ? now
                    : Math.max(now, times[taken % times.length] + length);
        }

        long take(long now) {
            long at = freeAt(now);
            if (times.length > 0) {
                times[taken % times.length] = at;
                // Counts on without an overflow, and stays above the number of places once it is there.
                taken = taken == 2 * times.length - 1 ? times.length : taken + 1;
            }
            return at;
        }

        /** How many calls count at this moment. */
        int within(long now) {
            int count = 0;
            for (int i = 0; i < Math.min(taken, times.length); i++) {
                if (times[i] + length > now) {
                    count++;
                }
            }
            return count;
        }
    }
}
