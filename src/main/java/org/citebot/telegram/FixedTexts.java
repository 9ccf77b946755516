package org.citebot.telegram;

import org.citebot.telegram.text.FormattedText;

/** What the bot says without looking anything up. */
final class FixedTexts {

    static final FormattedText START = FormattedText.plain("""
            Hello! I answer questions from a collection of documents, and I prove every sentence:\
             each answer shows the passage it comes from, word for word.

            Send me a question, for example: what did ISW say?

            /help tells more.""");

    static final FormattedText HELP = FormattedText.plain("""
            Ask me in your own words; one question per message works best.

            • [1], [2] … lead to the sources below an answer. Tap a passage to unfold it.
            • If the documents do not say, I say so.
            • Edit your question, and I change my answer.
            • In a group, mention me by name or reply to one of my messages.

            I read text only, no pictures or voice messages.""");

    static final FormattedText UNKNOWN_COMMAND =
            FormattedText.plain("I do not know this command. /help tells what I can do.");

    static final FormattedText ATTACHMENT =
            FormattedText.plain("I can read text only. Please send me your question as a text message.");

    static final FormattedText FAILED = FormattedText.plain(
            "Sorry, something went wrong on my side and I could not answer this. Please try again.");

    private FixedTexts() {}
}
