package org.citebot.telegram;

import org.citebot.telegram.desk.DeskRequest;
import org.citebot.telegram.desk.Occasion;
import org.citebot.telegram.text.FormattedText;
import org.telegram.telegrambots.meta.api.objects.Document;

/** What a message wants of the bot. */
sealed interface Intent {

    /** A question, without the bot's name; not blank. */
    record Ask(String question) implements Intent {}

    /** {@code /start}. */
    record Start() implements Intent {}

    /** {@code /help}, or the bot's name alone. */
    record Help() implements Intent {}

    /** A command the bot does not have. */
    record UnknownCommand() implements Intent {}

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
