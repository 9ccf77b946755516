package org.citebot.telegram;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.chat.ChatCommand;
import org.citebot.telegram.text.Excerpt;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tells what a message wants. In a group the bot is meant only by its name, a reply to one of its messages, or a
 * command. For many threads.
 */
final class IntentReader {

    /** A longer one would drown the question. */
    private static final int LONGEST_QUOTATION = 400;

    private final BotIdentity bot;
    private final Pattern mention;

    IntentReader(BotIdentity bot) {
        this.bot = bot;
        String name = "(?<![A-Za-z0-9_@])@" + Pattern.quote(bot.username()) + "(?![A-Za-z0-9_])";
        this.mention = Pattern.compile("(?:\\s*,)?\\s*" + name + "[,:]?", Pattern.CASE_INSENSITIVE);
    }

    Intent read(Received.Written received) {
        Message message = received.message();
        if (message.getChat().isChannelChat() || isFromBot(message)) {
            return new Intent.Nothing();
        }
        boolean direct = message.getChat().isUserChat() || isReplyToBot(message);
        String text = message.getText();
        if (text != null) {
            return ofText(text.strip(), message, direct);
        }
        // An attachment is edited whenever a live location moves.
        boolean answered = !received.edited() && isAttachment(message) && (direct || isMentioned(message.getCaption()));
        return answered ? new Intent.Attachment() : new Intent.Nothing();
    }

    /** What somebody wants who called the bot into a chat where it is not. */
    Intent readCall(Message message) {
        String text = message.getText();
        if (text == null) {
            return new Intent.Nothing();
        }
        Intent intent = ofText(text.strip(), message, true);
        return intent instanceof Intent.Ask ? intent : new Intent.Nothing();
    }

    private Intent ofText(String text, Message message, boolean direct) {
        Optional<Command> command = Command.of(text);
        if (command.isPresent()) {
            return ofCommand(command.get(), message, direct);
        }
        if (!direct && !isMentioned(text)) {
            return new Intent.Nothing();
        }
        return ofQuestion(mention.matcher(text).replaceAll("").strip(), message);
    }

    /** The bot's name alone, as a reply, asks about what is replied to. */
    private Intent ofQuestion(String question, Message message) {
        String quoted = quoted(message);
        if (question.isEmpty()) {
            return quoted == null ? new Intent.Show(ChatCommand.HELP) : new Intent.Ask(quoted);
        }
        Integer repliedTo = isReplyToBot(message) ? message.getReplyToMessage().getMessageId() : null;
        return new Intent.Ask(question, repliedTo, quoted);
    }

    private Intent ofCommand(Command command, Message message, boolean direct) {
        if (!command.isFor(bot)) {
            return new Intent.Nothing();
        }
        ChatCommand known = ChatCommand.of(command.name()).orElse(null);
        if (command.name().equals("gaps")) {
            return new Intent.Gaps();
        }
        if (known == null) {
            // A bare command in a group may be meant for another bot.
            return direct || command.addressee() != null
                    ? new Intent.UnknownCommand(
                            ChatCommand.nearest(command.name()).orElse(null))
                    : new Intent.Nothing();
        }
        return switch (known) {
            case START -> new Intent.Start(command.rest());
            case ASK ->
                command.rest().isEmpty() && quoted(message) == null
                        ? new Intent.Show(ChatCommand.ASK)
                        : ofQuestion(command.rest(), message);
            case SOURCES, SPEAKERS, LANGUAGE, STOP, ABOUT, PRIVACY, FORGET, HELP -> new Intent.Show(known);
        };
    }

    /** The words that a message quotes, else the message of somebody else that it replies to; null if none. */
    private @Nullable String quoted(Message message) {
        if (message.getQuote() != null && message.getQuote().getText() != null) {
            return bounded(message.getQuote().getText());
        }
        Message repliedTo = message.getReplyToMessage();
        boolean ofSomebody = repliedTo != null && repliedTo.getForumTopicCreated() == null && !isReplyToBot(message);
        String text = !ofSomebody ? null : repliedTo.getText() == null ? repliedTo.getCaption() : repliedTo.getText();
        return text == null ? null : bounded(text);
    }

    private static @Nullable String bounded(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? null : Excerpt.of(stripped, LONGEST_QUOTATION);
    }

    private boolean isMentioned(@Nullable String text) {
        return text != null && mention.matcher(text).find();
    }

    private static boolean isFromBot(Message message) {
        User from = message.getFrom();
        // An anonymous administrator writes through a bot of Telegram's, in the name of the group.
        return from != null && Boolean.TRUE.equals(from.getIsBot()) && message.getSenderChat() == null;
    }

    private boolean isReplyToBot(Message message) {
        Message repliedTo = message.getReplyToMessage();
        // Whatever is written in a topic is formally a reply to the message that opened it.
        return repliedTo != null
                && repliedTo.getFrom() != null
                && repliedTo.getFrom().getId() == bot.id()
                && repliedTo.getForumTopicCreated() == null;
    }

    private static boolean isAttachment(Message message) {
        return Stream.of(
                        message.getPhoto(),
                        message.getVoice(),
                        message.getVideo(),
                        message.getVideoNote(),
                        message.getAudio(),
                        message.getDocument(),
                        message.getSticker(),
                        message.getAnimation(),
                        message.getLivePhoto(),
                        message.getPaidMedia(),
                        message.getStory(),
                        message.getContact(),
                        message.getLocation(),
                        message.getVenue(),
                        message.getPoll(),
                        message.getChecklist(),
                        message.getDice(),
                        message.getGame())
                .anyMatch(Objects::nonNull);
    }
}
