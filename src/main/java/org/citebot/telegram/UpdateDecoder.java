package org.citebot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads updates one by one, so that one which cannot be read harms no other. For many threads. */
final class UpdateDecoder {

    private final ObjectMapper mapper =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** What an update brings. */
    sealed interface Received {

        /** A message that came in, or was edited. */
        record Written(Message message, boolean edited) implements Received {}

        /**
         * A button below a message of the bot that was pressed.
         *
         * @param id names the press when it is answered
         * @param from who pressed
         * @param data what the button brings back, or what somebody forged
         * @param chat where the message stands
         * @param direct whether that is a person's chat with the bot
         * @param message its number
         * @param topic the topic of a forum in which it stands; null outside of topics, or where it is not accessible
         * @param accessible whether Telegram still shows it to the bot; it may be there all the same
         */
        record Pressed(
                String id,
                User from,
                String data,
                long chat,
                boolean direct,
                int message,
                @Nullable Integer topic,
                boolean accessible)
                implements Received {}

        /** What somebody types behind the bot's name in any chat; worth an answer for half a minute. */
        record Searched(String id, User from, String query) implements Received {}

        /**
         * A message in a chat in which the bot is no member, by somebody who called it there.
         *
         * @param query names the call when it is answered, once
         */
        record Called(Message message, String query) implements Received {}
    }

    /** An update that is not as Telegram describes it. Does not say what stands in it. */
    static final class UnreadableUpdateException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableUpdateException(Throwable cause) {
            super(cause.getClass().getSimpleName());
        }
    }

    /** What an update brings; empty if it is nothing that a bot of ours answers. */
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
        if (message != null) {
            verify(message);
            return Optional.of(new Received.Written(message, edited != null));
        }
        @Nullable InlineQuery search = update.getInlineQuery();
        if (search != null) {
            return Optional.of(searched(search));
        }
        @Nullable Message call = update.getGuestMessage();
        if (call != null) {
            verify(call);
            return call.getGuestQueryId() == null
                    ? Optional.empty()
                    : Optional.of(new Received.Called(call, call.getGuestQueryId()));
        }
        @Nullable CallbackQuery press = update.getCallbackQuery();
        // Below a message that was sent by way of the bot there is no chat, and a game has no data.
        if (press == null || press.getMessage() == null || press.getData() == null) {
            return Optional.empty();
        }
        return Optional.of(pressed(press, press.getMessage()));
    }

    private static Received.Pressed pressed(CallbackQuery press, MaybeInaccessibleMessage message) {
        verify(message);
        if (press.getId() == null || press.getFrom() == null || press.getFrom().getId() == null) {
            throw new IllegalArgumentException("A press has a name and a sender");
        }
        Message accessible = message instanceof Message whole ? whole : null;
        return new Received.Pressed(
                press.getId(),
                press.getFrom(),
                press.getData(),
                message.getChatId(),
                message.getChat().isUserChat(),
                message.getMessageId(),
                accessible == null ? null : ReplyTarget.topic(accessible),
                accessible != null);
    }

    private static Received.Searched searched(InlineQuery search) {
        if (search.getId() == null
                || search.getFrom() == null
                || search.getFrom().getId() == null) {
            throw new IllegalArgumentException("An inline query has a name and a sender");
        }
        return new Received.Searched(
                search.getId(), search.getFrom(), search.getQuery() == null ? "" : search.getQuery());
    }

    private static void verify(MaybeInaccessibleMessage message) {
        if (message.getChat() == null || message.getChat().getId() == null || message.getMessageId() == null) {
            throw new IllegalArgumentException("A message has a chat and a number");
        }
    }
}
