package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Fetches updates and stores them, on one thread, until it is closed or Telegram no longer knows the bot. Nothing else
 * ends it. A request confirms only what an earlier one brought and the inbox holds.
 */
final class UpdatePoller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpdatePoller.class);
    /** The most updates that one poll brings. */
    static final int BATCH = 100;

    private static final Duration LONGEST_STORING = Duration.ofSeconds(10);
    private static final Duration WHEN_FULL = Duration.ofSeconds(1);

    private final BotApi api;
    private final Inbox inbox;
    private final UpdateReceiver receiver;
    private final TelegramContact contact;
    private final int timeoutSeconds;
    private final Pace pace;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile boolean closed;
    private @Nullable Thread thread;
    private int failures;

    /**
     * How fast to go.
     *
     * @param shortest least time between two requests when the first brought nothing that was not known
     * @param backoff how long to wait after failures
     * @param standDown how long to leave Telegram to another program that polls: each of two that poll cuts the other
     *     off, and both would get the same updates
     * @param sleeper waits
     */
    record Pace(Duration shortest, Backoff backoff, Backoff standDown, Sleeper sleeper) {}

    /** Waits, on a clock. */
    interface Sleeper {

        void sleep(Duration time) throws InterruptedException;
    }

    UpdatePoller(
            BotApi api, Inbox inbox, UpdateReceiver receiver, TelegramContact contact, Duration timeout, Pace pace) {
        this.api = api;
        this.inbox = inbox;
        this.receiver = receiver;
        this.contact = contact;
        this.timeoutSeconds = Math.toIntExact(timeout.toSeconds());
        this.pace = pace;
    }

    void start() {
        thread = Thread.ofVirtual().name("telegram-poller").start(this::run);
    }

    /** Done when polling has ended: exceptionally, with {@link BadTokenException}, if Telegram ended it. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    /** Ends polling and waits until it has ended; a batch that is being stored is stored first. */
    @Override
    public void close() {
        closed = true;
        api.close();
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(LONGEST_STORING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                pace.sleeper().sleep(pauseAfter());
            }
            ended.complete(null);
        } catch (InterruptedException e) {
            ended.complete(null);
        } catch (BadTokenException e) {
            LOG.error("Polling has stopped. {}", e.getMessage());
            ended.completeExceptionally(e);
        }
    }

    /** Polls once; whatever happens becomes a pause, so that nothing but a refused token ends the loop. */
    private Duration pauseAfter() {
        try {
            if (receiver.isFull()) {
                LOG.warn("As many updates wait as may; Telegram keeps the rest");
                contact.made();
                return WHEN_FULL;
            }
            Duration pause = poll();
            failures = 0;
            contact.made();
            return pause;
        } catch (BotApiException e) {
            return closed ? Duration.ZERO : pauseAfter(e);
        } catch (Throwable e) {
            Duration pause = pace.backoff().after(++failures);
            contact.lost("updates cannot be stored");
            LOG.error("Updates could not be stored; they stay with Telegram. Next attempt in {}", pause, e);
            return pause;
        }
    }

    private Duration poll() throws BotApiException {
        long start = System.nanoTime();
        GetUpdates request = GetUpdates.builder()
                .offset(inbox.nextOffset().map(Math::toIntExact).orElse(null))
                .limit(BATCH)
                .timeout(timeoutSeconds)
                .allowedUpdates(UpdateReceiver.KINDS)
                .build();
        JsonNode updates = api.call(request);
        if (receiver.receive(updates) > 0) {
            return Duration.ZERO;
        }
        // A server that answers at once with nothing, or with the same again, must not be asked without end.
        Duration rest = pace.shortest().minusNanos(System.nanoTime() - start);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private Duration pauseAfter(BotApiException failure) {
        boolean conflict = failure.kind() == BotApiException.Kind.CONFLICT;
        Duration pause = (conflict ? pace.standDown() : pace.backoff()).after(++failures);
        Duration asked = failure.retryAfter();
        if (asked != null && asked.compareTo(pause) > 0) {
            pause = asked;
        }
        contact.lost(conflict ? "another program polls, or a webhook is set" : "getUpdates: " + failure.kind());
        switch (failure.kind()) {
            case UNKNOWN_BOT -> throw BadTokenException.refused(failure.code());
            case CONFLICT ->
                LOG.error(
                        "ALERT: another program polls with this bot's token, or a webhook is set: no updates come in"
                                + " here. Stop the other one, or delete the webhook with './citebot run"
                                + " --delete-webhook'. Next attempt in {}. ({})",
                        pause,
                        failure.description());
            case BAD_REQUEST, FORBIDDEN, TOO_MANY_REQUESTS, SERVER, UNREACHABLE, UNINTELLIGIBLE ->
                LOG.warn("{} {}; next attempt in {}", failure.getMessage(), failure.description(), pause);
        }
        return pause;
    }
}
