package org.citebot.telegram;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citebot.telegram.UpdateDecoder.Received;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tells what a message wants. In a group the bot is meant only by its name, a reply to one of its messages, or a
 * command. For many threads.
 */
final class IntentReader {

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
            return ofText(text.strip(), direct);
        }
        // An attachment is edited whenever a live location moves.
        boolean answered = !received.edited() && isAttachment(message) && (direct || isMentioned(message.getCaption()));
        return answered ? new Intent.Attachment() : new Intent.Nothing();
    }

    private Intent ofText(String text, boolean direct) {
        Optional<Command> command = Command.of(text);
        if (command.isPresent()) {
            return ofCommand(command.get(), direct);
        }
        if (!direct && !isMentioned(text)) {
            return new Intent.Nothing();
        }
        String question = mention.matcher(text).replaceAll("").strip();
        return question.isEmpty() ? new Intent.Help() : new Intent.Ask(question);
    }

    private Intent ofCommand(Command command, boolean direct) {
        if (!command.isFor(bot)) {
            return new Intent.Nothing();
        }
        return switch (command.name()) {
            case "start" -> new Intent.Start();
            case "help" -> new Intent.Help();
            // A bare command in a group may be meant for another bot.
            default -> direct || command.addressee() != null ? new Intent.UnknownCommand() : new Intent.Nothing();
        };
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
