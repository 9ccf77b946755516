package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citebot.telegram.Inbox.Incoming;
import org.citebot.telegram.Inbox.Place;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.UpdateDecoder.UnreadableUpdateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Puts updates into the inbox, however they come. What cannot be read is set aside there. For many threads. */
final class UpdateReceiver {

    /** What Telegram is asked for. */
    static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "inline_query", "guest_message");

    private static final Logger LOG = LoggerFactory.getLogger(UpdateReceiver.class);

    private final Inbox inbox;
    private final UpdateDecoder decoder;
    private final Runnable stored;
    private final BotMetrics metrics;

    /** @param stored run after something was stored */
    UpdateReceiver(Inbox inbox, UpdateDecoder decoder, Runnable stored, BotMetrics metrics) {
        this.inbox = inbox;
        this.decoder = decoder;
        this.stored = stored;
        this.metrics = metrics;
    }

    /** Whether so much waits that Telegram had better keep the rest. */
    boolean isFull() {
        return inbox.isFull();
    }

    /**
     * Stores updates; when this returns they are durable.
     *
     * @return how many were not known yet
     */
    int receive(Iterable<JsonNode> updates) {
        List<Incoming> batch = new ArrayList<>();
        for (JsonNode update : updates) {
            incoming(update).ifPresent(batch::add);
        }
        int fresh = batch.isEmpty() ? 0 : inbox.store(batch);
        if (fresh > 0) {
            metrics.received(fresh);
            stored.run();
        }
        return fresh;
    }

    private Optional<Incoming> incoming(JsonNode update) {
        JsonNode id = update.path("update_id");
        if (!id.isIntegralNumber() || !id.canConvertToInt()) {
            LOG.error("An update without a number of its own was passed over");
            metrics.unreadable();
            return Optional.empty();
        }
        try {
            Place place = decoder.decode(update).map(UpdateReceiver::place).orElse(null);
            return Optional.of(new Incoming(id.asLong(), update.toString(), place, true));
        } catch (UnreadableUpdateException e) {
            LOG.error("Update {} cannot be read ({}); it is set aside", id.asLong(), e.getMessage());
            metrics.unreadable();
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
}
