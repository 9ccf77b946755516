package org.citebot.telegram;

import org.citebot.telegram.chat.ChatCommand;
import org.citebot.telegram.desk.DeskRequest;
import org.citebot.telegram.desk.Occasion;
import org.citebot.telegram.text.FormattedText;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;

/** What a message wants of the bot. */
sealed interface Intent {

    /**
     * A question.
     *
     * @param question without the bot's name; not blank
     * @param repliedTo the number of the bot's message that it replies to; null if it replies to none
     * @param quoted what else it is about: words that it quotes, or the message of somebody else that it replies to;
     *     null if nothing
     */
    record Ask(
            String question,
            @Nullable Integer repliedTo,
            @Nullable String quoted) implements Intent {

        /** One that refers to nothing. */
        Ask(String question) {
            this(question, null, null);
        }
    }

    /** {@code /start}, with what stood in the link behind {@code ?start=}; may be empty. */
    record Start(String payload) implements Intent {}

    /** A command for everyone, with nothing behind it that matters. The bot's name alone asks for help. */
    record Show(ChatCommand command) implements Intent {}

    /** For moderators: what was asked and not answered. */
    record Gaps() implements Intent {}

    /** A command the bot does not have; {@code nearest} is what may have been meant, null if nothing is near. */
    record UnknownCommand(@Nullable ChatCommand nearest) implements Intent {}

    /** Something for the desk, where the corpus is kept. */
    record Desk(Occasion occasion, DeskRequest request) implements Intent {}

    /** A file that could become a document; {@code title} is what it is to be called, empty for nothing said. */
    record OfferFile(Occasion occasion, Document file, String title) implements Intent {}

    /** To be told something. */
    record Tell(FormattedText line) implements Intent {}

    /** A photo, voice message, sticker, … */
    record Attachment() implements Intent {}

    /** Nothing: not meant for the bot, or nothing to be answered. */
    record Nothing() implements Intent {}
}
