package org.citebot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads updates one by one, so that one which cannot be read harms no other. For many threads. */
final class UpdateDecoder {

    private final ObjectMapper mapper =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** A message that came in, or was edited. */
    record Received(Message message, boolean edited) {}

    /** An update that is not as Telegram describes it. Does not say what stands in it. */
    static final class UnreadableUpdateException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableUpdateException(Throwable cause) {
            super(cause.getClass().getSimpleName());
        }
    }

    /** The message of an update; empty if it brings none that a bot of ours answers. */
    Optional<Received> decode(JsonNode json) throws UnreadableUpdateException {
        try {
            return received(mapper.treeToValue(json, Update.class));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new UnreadableUpdateException(e);
        }
    }

    /** As {@link #decode(JsonNode)}, from text. */
    Optional<Received> decode(String json) throws UnreadableUpdateException {
        try {
            return decode(mapper.readTree(json));
        } catch (JsonProcessingException e) {
            throw new UnreadableUpdateException(e);
        }
    }

    private static Optional<Received> received(Update update) {
        @Nullable Message edited = update.getEditedMessage();
        @Nullable Message message = edited == null ? update.getMessage() : edited;
        if (message == null) {
            return Optional.empty();
        }
        if (message.getChat() == null || message.getMessageId() == null) {
            throw new IllegalArgumentException("A message has a chat and a number");
        }
        return Optional.of(new Received(message, edited != null));
    }
}
