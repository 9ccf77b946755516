package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.HtmlWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/**
 * Sends, changes and deletes messages, one attempt each: whoever calls decides about another. Link previews are always
 * off. A formatted text that is refused is sent again as plain text. For many threads.
 */
final class MessageSender {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final BotApi api;

    MessageSender(BotApi api) {
        this.api = api;
    }

    /** Sends a message; its number, or empty where the server took it without saying which number it got. */
    OptionalInt send(ReplyTarget target, FormattedText text) throws BotApiException {
        try {
            return send(target, HtmlWriter.write(text), true);
        } catch (BotApiException e) {
            if (e.kind() != Kind.BAD_REQUEST) {
                throw e;
            }
            LOG.warn("Formatting refused ({}): sending plain text", e.code());
            LOG.debug("{}", e.description());
            return send(target, text.withoutFormatting(), false);
        }
    }

    /** Changes a message; false if there is no such message of ours that could be changed. */
    boolean edit(ReplyTarget target, int message, FormattedText text) throws BotApiException {
        return edit(target, message, HtmlWriter.write(text), true)
                || edit(target, message, text.withoutFormatting(), false);
    }

    /** Deletes a message, if it can be. */
    void delete(ReplyTarget target, int message) throws BotApiException {
        try {
            api.call(DeleteMessage.builder()
                    .chatId(target.chat())
                    .messageId(message)
                    .build());
        } catch (BotApiException e) {
            if (e.kind() != Kind.BAD_REQUEST) {
                throw e;
            }
        }
    }

    /** Shows for five seconds that an answer is being written. */
    void showTyping(ReplyTarget target) throws BotApiException {
        api.call(SendChatAction.builder()
                .chatId(target.chat())
                .messageThreadId(target.topic())
                .action(ActionType.TYPING.toString())
                .build());
    }

    private OptionalInt send(ReplyTarget target, String text, boolean html) throws BotApiException {
        SendMessage message = SendMessage.builder()
                .chatId(target.chat())
                .messageThreadId(target.topic())
                .text(text)
                .parseMode(html ? ParseMode.HTML : null)
                .linkPreviewOptions(NO_PREVIEW)
                .replyParameters(
                        target.quoting()
                                ? ReplyParameters.builder()
                                        .messageId(target.question())
                                        .allowSendingWithoutReply(true)
                                        .build()
                                : null)
                .build();
        try {
            JsonNode number = api.call(message).path("message_id");
            return number.canConvertToInt() ? OptionalInt.of(number.asInt()) : OptionalInt.empty();
        } catch (BotApiException e) {
            if (e.kind() == Kind.UNINTELLIGIBLE) {
                // It was taken. To send it again would show it twice.
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    private boolean edit(ReplyTarget target, int message, String text, boolean html) throws BotApiException {
        try {
            api.call(EditMessageText.builder()
                    .chatId(target.chat())
                    .messageId(message)
                    .text(text)
                    .parseMode(html ? ParseMode.HTML : null)
                    .linkPreviewOptions(NO_PREVIEW)
                    .build());
            return true;
        } catch (BotApiException e) {
            return switch (e.kind()) {
                case BAD_REQUEST -> false;
                case UNINTELLIGIBLE -> true;
                case UNKNOWN_BOT, FORBIDDEN, CONFLICT, TOO_MANY_REQUESTS, SERVER, UNREACHABLE -> throw e;
            };
        }
    }
}
