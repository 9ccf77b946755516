package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.citebot.telegram.Inbox.Incoming;
import org.citebot.telegram.Inbox.Place;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.UpdateDecoder.UnreadableUpdateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Fetches updates and stores them, on one thread, until it is closed or Telegram no longer knows the bot. Nothing else
 * ends it. A request confirms only what an earlier one brought and the inbox holds.
 */
final class UpdatePoller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpdatePoller.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_STORING = Duration.ofSeconds(10);
    private static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "inline_query", "guest_message");

    private final BotApi api;
    private final Inbox inbox;
    private final UpdateDecoder decoder;
    private final Runnable stored;
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
     */
    record Pace(Duration shortest, Backoff backoff) {}

    /** @param stored run after something was stored */
    UpdatePoller(BotApi api, Inbox inbox, UpdateDecoder decoder, Runnable stored, Duration timeout, Pace pace) {
        this.api = api;
        this.inbox = inbox;
        this.decoder = decoder;
        this.stored = stored;
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
                Thread.sleep(pauseAfter());
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
            Duration pause = poll();
            failures = 0;
            return pause;
        } catch (BotApiException e) {
            return closed ? Duration.ZERO : pauseAfter(e);
        } catch (Throwable e) {
            Duration pause = pace.backoff().after(++failures);
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
                .allowedUpdates(KINDS)
                .build();
        JsonNode updates = api.call(request);
        if (store(updates) > 0) {
            stored.run();
            return Duration.ZERO;
        }
        // A server that answers at once with nothing, or with the same again, must not be asked without end.
        Duration rest = pace.shortest().minusNanos(System.nanoTime() - start);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private int store(JsonNode updates) {
        List<Incoming> batch = new ArrayList<>();
        for (JsonNode update : updates) {
            incoming(update).ifPresent(batch::add);
        }
        return batch.isEmpty() ? 0 : inbox.store(batch);
    }

    private Optional<Incoming> incoming(JsonNode update) {
        JsonNode id = update.path("update_id");
        if (!id.isIntegralNumber() || !id.canConvertToInt()) {
            LOG.error("An update without a number of its own was passed over");
            return Optional.empty();
        }
        try {
            Place place = decoder.decode(update).map(UpdatePoller::place).orElse(null);
            return Optional.of(new Incoming(id.asLong(), update.toString(), place, true));
        } catch (UnreadableUpdateException e) {
            LOG.error("Update {} cannot be read ({}); it is set aside", id.asLong(), e.getMessage());
            return Optional.of(new Incoming(id.asLong(), update.toString(), null, false));
        }
    }

    private static Place place(Received received) {
        return switch (received) {
            case Received.Written written -> place(written.message());
            case Received.Pressed press -> new Place(press.chat(), press.message(), null);
            case Received.Searched search -> new Place(queueOf(search.from().getId()), 0, null);
            case Received.Called call ->
                new Place(queueOf(call.message().getChatId()), call.message().getMessageId(), null);
        };
    }

    /**
     * A queue of its own, beside the chat of this number: what waits there must not hold up a search, and a guest's chat
     * may have the number of another one. Telegram's numbers have 52 bits at most.
     */
    private static long queueOf(long number) {
        return number < 0 ? number - (1L << 53) : number + (1L << 53);
    }

    private static Place place(Message message) {
        return new Place(message.getChatId(), message.getMessageId(), message.getMediaGroupId());
    }

    private Duration pauseAfter(BotApiException failure) {
        Duration pause = pace.backoff().after(++failures);
        Duration asked = failure.retryAfter();
        if (asked != null && asked.compareTo(pause) > 0) {
            pause = asked;
        }
        switch (failure.kind()) {
            case UNKNOWN_BOT -> throw BadTokenException.refused(failure.code());
            case CONFLICT ->
                LOG.error(
                        "ALERT: another program polls with this bot's token, or a webhook is set: no updates come in"
                                + " here. Stop the other one, or delete the webhook. Next attempt in {}. ({})",
                        pause,
                        failure.description());
            case BAD_REQUEST, FORBIDDEN, TOO_MANY_REQUESTS, SERVER, UNREACHABLE, UNINTELLIGIBLE ->
                LOG.warn("{} {}; next attempt in {}", failure.getMessage(), failure.description(), pause);
        }
        return pause;
    }
}
