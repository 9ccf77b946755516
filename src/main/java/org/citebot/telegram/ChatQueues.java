package org.citebot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.citebot.telegram.Inbox.End;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Hands the waiting updates of the inbox to the handler: one at a time and in order within a chat, several chats side
 * by side, as many as may be in hand. What waits, waits in the inbox: memory holds only what is being handled.
 */
final class ChatQueues implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatQueues.class);
    private static final Duration TOO_OLD = Duration.ofHours(24);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    /** By what all lines of the log that an update causes are known. */
    private static final String REQUEST = "update";

    private static final int MOST_STARTS = 10;

    private final Inbox inbox;
    private final Function<StoredUpdate, Outcome> handler;
    private final int mostInHand;
    private final BotMetrics metrics;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Long> busyChats = new HashSet<>();
    private final Map<Thread, Instant> running = new HashMap<>();
    private boolean alone;
    private boolean closed;
    private volatile boolean cut;

    /** What came of an update. */
    sealed interface Outcome {

        /** It needs nothing more. */
        record Done() implements Outcome {}

        /** It could not be handled, and another attempt would not help. */
        record Failed() implements Outcome {}

        /** It is to be handled again, after a pause in which its chat is left alone. */
        record Postponed(Duration pause) implements Outcome {}
    }

    /** @param mostInHand how many updates are handled at once */
    ChatQueues(Inbox inbox, Function<StoredUpdate, Outcome> handler, int mostInHand, BotMetrics metrics, Clock clock) {
        this.inbox = inbox;
        this.handler = handler;
        this.mostInHand = mostInHand;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start() {
        Thread.ofVirtual().name("telegram-queues").start(this::dispatch);
    }

    /** Says that the inbox has something new. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many updates are in hand. */
    int inHand() {
        lock.lock();
        try {
            return running.size();
        } finally {
            lock.unlock();
        }
    }

    /** For how long the update has been in hand that was taken up first; zero if none is. */
    Duration longestInHand() {
        lock.lock();
        try {
            Instant now = clock.instant();
            return running.values().stream()
                    .map(since -> Duration.between(since, now))
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        } finally {
            lock.unlock();
        }
    }

    /** Takes up nothing more, and waits for what is being handled, but not for ever. */
    void drain(Duration patience) {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            awaitIdle(patience);
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts what is still being handled; it is handled again at the next start. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            cut = true;
            running.keySet().forEach(Thread::interrupt);
            changed.signalAll();
            awaitIdle(AFTER_FAILURE);
        } finally {
            lock.unlock();
        }
    }

    private void awaitIdle(Duration patience) {
        long left = patience.toNanos();
        try {
            while (!running.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        lock.lock();
        try {
            while (!closed) {
                changed.await(dispatchOne().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Starts what can be started; returns how long to rest unless woken. */
    private Duration dispatchOne() {
        try {
            while (running.size() < mostInHand && !alone) {
                // One moment for both: what became due between them would be waited for as if it never would.
                Instant now = clock.instant();
                List<StoredUpdate> next = inbox.claim(busyChats, now, mostInHand - running.size());
                if (next.isEmpty()) {
                    return untilDue(now);
                }
                alone = next.stream().anyMatch(Inbox::isRisky);
                next.forEach(this::startWorker);
            }
            return LONGEST_REST;
        } catch (Throwable e) {
            LOG.error("The inbox cannot be read; next attempt in {}", AFTER_FAILURE, e);
            return AFTER_FAILURE;
        }
    }

    private Duration untilDue(Instant now) {
        Duration rest =
                inbox.nextDue(now).map(due -> Duration.between(now, due)).orElse(LONGEST_REST);
        return Duration.ofMillis(Math.clamp(rest.toMillis(), 1, LONGEST_REST.toMillis()));
    }

    private void startWorker(StoredUpdate update) {
        Thread worker =
                Thread.ofVirtual().name("telegram-update-" + update.id()).unstarted(() -> work(update));
        busyChats.add(update.chat());
        running.put(worker, clock.instant());
        worker.start();
    }

    private void work(StoredUpdate update) {
        MDC.put(REQUEST, String.valueOf(update.id()));
        try {
            if (update.received().isBefore(clock.instant().minus(TOO_OLD))) {
                LOG.warn("Update {} is too old to be answered", update.id());
                end(update, End.EXPIRED);
            } else if (update.starts() > MOST_STARTS) {
                LOG.error("Update {} was interrupted {} times; it is given up", update.id(), MOST_STARTS);
                end(update, End.FAILED);
            } else {
                keep(update, outcome(update));
            }
        } finally {
            MDC.remove(REQUEST);
            finished(update);
        }
    }

    private Outcome outcome(StoredUpdate update) {
        try {
            return handler.apply(update);
        } catch (Throwable e) {
            LOG.error("Update {} could not be handled", update.id(), e);
            return new Outcome.Failed();
        }
    }

    private void keep(StoredUpdate update, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> end(update, End.DONE);
            case Outcome.Failed failed -> {
                // What fails because it was cut short has not failed.
                if (!cut) {
                    end(update, End.FAILED);
                }
            }
            case Outcome.Postponed postponed -> {
                keep(() -> inbox.postpone(update, postponed.pause()));
                metrics.handled("postponed", age(update));
            }
        }
    }

    private void end(StoredUpdate update, End end) {
        keep(() -> inbox.end(update, end));
        metrics.handled(end.name().toLowerCase(Locale.ROOT), age(update));
    }

    private Duration age(StoredUpdate update) {
        Duration age = Duration.between(update.received(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Insists: an update whose end is not kept would be handled again at once, and again. */
    private void keep(Runnable write) {
        while (!cut) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                LOG.error("The inbox cannot be written; next attempt in {}", AFTER_FAILURE, e);
            }
            try {
                Thread.sleep(AFTER_FAILURE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void finished(StoredUpdate update) {
        lock.lock();
        try {
            busyChats.remove(update.chat());
            alone = false;
            running.remove(Thread.currentThread());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
