package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.HtmlWriter;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.RichHtmlWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;

/**
 * Sends, changes and deletes messages, one attempt each: whoever calls decides about another. Link previews are always
 * off. A rich message that is refused is sent in the usual form, a formatted text that is refused as plain text, with the
 * same buttons. For many threads.
 */
final class MessageSender {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private static final int LONGEST_NOTICE = 200;

    private final BotApi api;
    private final boolean rich;

    /** @param rich whether answers are sent as rich messages where Telegram takes them */
    MessageSender(BotApi api, boolean rich) {
        this.api = api;
        this.rich = rich;
    }

    boolean isRich() {
        return rich;
    }

    /** Sends a message; its number, or empty where the server took it without saying which number it got. */
    OptionalInt send(ReplyTarget target, FormattedText text, Keyboard keyboard) throws BotApiException {
        if (rich && text.hasReferences()) {
            try {
                return sendRich(target, text, keyboard);
            } catch (BotApiException e) {
                passRefusal(e);
            }
        }
        try {
            return send(target, HtmlWriter.write(text), ParseMode.HTML, keyboard);
        } catch (BotApiException e) {
            if (e.kind() != Kind.BAD_REQUEST) {
                throw e;
            }
            LOG.warn("Formatting refused ({}): sending plain text", e.code());
            LOG.debug("{}", e.description());
            return send(target, text.withoutFormatting(), null, keyboard);
        }
    }

    /**
     * Makes a message show this, and no other buttons than these; false if there is no such message of ours that could
     * be changed.
     */
    boolean edit(ReplyTarget target, int message, FormattedText text, Keyboard keyboard) throws BotApiException {
        return (rich && text.hasReferences() && editRich(target, message, text, keyboard))
                || edit(target, message, HtmlWriter.write(text), ParseMode.HTML, keyboard)
                || edit(target, message, text.withoutFormatting(), null, keyboard);
    }

    /**
     * Tells Telegram that a press has arrived, so that the button no longer waits. A press that is too old is passed.
     *
     * @param press its id
     * @param notice what is shown for a moment to who pressed, cut where it is too long; null for nothing
     */
    void answerPress(String press, @Nullable String notice) throws BotApiException {
        answerPress(press, notice, false);
    }

    /** The same; {@code lasting} for a notice that stays until it is closed. */
    void answerPress(String press, @Nullable String notice, boolean lasting) throws BotApiException {
        try {
            api.call(AnswerCallbackQuery.builder()
                    .callbackQueryId(press)
                    .text(notice == null ? null : shortened(notice))
                    .showAlert(lasting ? true : null)
                    .build());
        } catch (BotApiException e) {
            if (e.kind() != Kind.BAD_REQUEST && e.kind() != Kind.UNINTELLIGIBLE) {
                throw e;
            }
            LOG.debug("A press was not answered: {}", e.description());
        }
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

    /** Shows for half a minute, in a private chat, what an answer looks like so far; {@code draft} is not 0. */
    void showDraft(ReplyTarget target, int draft, FormattedText text) throws BotApiException {
        api.call(SendMessageDraft.builder()
                .chatId(target.chat())
                .draftId(draft)
                .text(HtmlWriter.write(text))
                .parseMode(ParseMode.HTML)
                .build());
    }

    private OptionalInt send(ReplyTarget target, String text, @Nullable String parseMode, Keyboard keyboard)
            throws BotApiException {
        SendMessage message = SendMessage.builder()
                .chatId(target.chat())
                .messageThreadId(target.topic())
                .text(text)
                .parseMode(parseMode)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(markup(keyboard))
                .replyParameters(reply(target))
                .build();
        return sent(message);
    }

    private OptionalInt sendRich(ReplyTarget target, FormattedText text, Keyboard keyboard) throws BotApiException {
        return sent(SendRichMessage.builder()
                .chatId(target.chat())
                .messageThreadId(target.topic())
                .richMessage(rich(text))
                .replyMarkup(markup(keyboard))
                .replyParameters(reply(target))
                .build());
    }

    /** False if it was refused as a rich message. */
    private boolean editRich(ReplyTarget target, int message, FormattedText text, Keyboard keyboard)
            throws BotApiException {
        try {
            return edit(EditMessageText.builder()
                    .chatId(target.chat())
                    .messageId(message)
                    .richMessage(rich(text))
                    .replyMarkup(markup(keyboard))
                    .build());
        } catch (BotApiException e) {
            passRefusal(e);
            return false;
        }
    }

    /** Every word of it is shown and does nothing but what is marked. */
    private static InputRichMessage rich(FormattedText text) {
        return InputRichMessage.builder()
                .html(RichHtmlWriter.write(text))
                .skipEntityDetection(true)
                .build();
    }

    /** What refuses a rich message, or knows none, takes the usual form; other failures are thrown again. */
    private static void passRefusal(BotApiException failure) throws BotApiException {
        if (failure.kind() != Kind.BAD_REQUEST && failure.kind() != Kind.UNKNOWN_BOT) {
            throw failure;
        }
        LOG.debug("A rich message was refused ({}): sending the usual form", failure.code());
    }

    private static @Nullable ReplyParameters reply(ReplyTarget target) {
        return target.quoting()
                ? ReplyParameters.builder()
                        .messageId(target.question())
                        .allowSendingWithoutReply(true)
                        .build()
                : null;
    }

    private OptionalInt sent(BotApiMethod<?> message) throws BotApiException {
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

    private boolean edit(ReplyTarget target, int message, String text, @Nullable String parseMode, Keyboard keyboard)
            throws BotApiException {
        return edit(EditMessageText.builder()
                .chatId(target.chat())
                .messageId(message)
                .text(text)
                .parseMode(parseMode)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(markup(keyboard))
                .build());
    }

    private boolean edit(EditMessageText change) throws BotApiException {
        try {
            api.call(change);
            return true;
        } catch (BotApiException e) {
            return switch (e.kind()) {
                case BAD_REQUEST -> changesNothing(e);
                case UNINTELLIGIBLE -> true;
                case UNKNOWN_BOT, FORBIDDEN, CONFLICT, TOO_MANY_REQUESTS, SERVER, UNREACHABLE -> throw e;
            };
        }
    }

    /**
     * Whether an edit was refused because the message shows this already. Telegram tells it by its words alone; should
     * they change one day, the message is sent anew.
     */
    private static boolean changesNothing(BotApiException refusal) {
        return refusal.description().contains("message is not modified");
    }

    /** Null for no buttons: in an edit that takes away what was there. */
    private static @Nullable InlineKeyboardMarkup markup(Keyboard keyboard) {
        if (keyboard.rows().isEmpty()) {
            return null;
        }
        return InlineKeyboardMarkup.builder()
                .keyboard(keyboard.rows().stream().map(MessageSender::row).toList())
                .build();
    }

    private static InlineKeyboardRow row(List<Keyboard.Button> buttons) {
        return new InlineKeyboardRow(buttons.stream()
                .map(button -> InlineKeyboardButton.builder()
                        .text(button.label())
                        .callbackData(button.data())
                        .build())
                .toList());
    }

    /** At most as many UTF-16 units as Telegram takes characters, and no half of a surrogate pair. */
    private static String shortened(String notice) {
        if (notice.length() <= LONGEST_NOTICE) {
            return notice;
        }
        int end = LONGEST_NOTICE - 1;
        if (Character.isSurrogatePair(notice.charAt(end - 1), notice.charAt(end))) {
            end--;
        }
        return notice.substring(0, end) + "…";
    }
}
