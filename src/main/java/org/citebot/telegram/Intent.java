package org.citebot.telegram;

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

    /** A photo, voice message, sticker, … */
    record Attachment() implements Intent {}

    /** Nothing: not meant for the bot, or nothing to be answered. */
    record Nothing() implements Intent {}
}
