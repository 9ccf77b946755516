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

    static final FormattedText PRIVATELY = FormattedText.plain(
            "I do this only in a private chat, where nobody else reads along. Please write to me there.");

    static final FormattedText NO_PERSON = FormattedText.plain(
            "I take this only from a person who writes under their own name, not from a channel or an anonymous"
                    + " administrator.");

    static final FormattedText FORWARDED_COMMAND =
            FormattedText.plain("A forwarded command does nothing. If you mean it, write it yourself.");

    static final FormattedText UNKNOWN_CONTACT = FormattedText.plain(
            "Telegram does not tell me whose account this contact is. Share the contact of somebody who is on"
                    + " Telegram, or reply /moderators to a message that you forwarded from them.");

    static final FormattedText NOTHING_TO_ADD =
            FormattedText.plain("There is no text in that message. Reply /add to a message with text or a text file.");

    static final FormattedText FILE_TOO_BIG = FormattedText.plain(
            "This file is larger than 20 MB, which is the most that I can take. Please send it in parts.");

    static final FormattedText FILE_GONE =
            FormattedText.plain("Telegram no longer has this file. Please send it again.");

    static final FormattedText FILES_NOT_SERVED = FormattedText.plain(
            "I cannot fetch files at the moment; whoever runs me finds the reason in the log. Until then, paste the"
                    + " text with /add.");

    static final FormattedText LATE =
            FormattedText.plain("Sorry that this comes late: I was out of reach for a while.");

    static final FormattedText PRIVATE_BOT = FormattedText.plain(
            "This bot is private. Whoever keeps it can send you an invitation link; open it, and we can talk.");

    static final FormattedText INVITATION_VOID = FormattedText.plain(
            "This invitation is used up or too old. Please ask for a new one: each works once, within a week.");

    static final String PRIVATE_BOT_PRESS = "This bot is private.";

    static final String PRESS_FAILED = "Sorry, something went wrong on my side. Please press again.";

    private FixedTexts() {}

    /** @param minutes until the next question is answered */
    static FormattedText enough(long minutes) {
        return FormattedText.plain("That is as many questions as I can answer for now. Please ask again in " + minutes
                + (minutes == 1 ? " minute." : " minutes."));
    }
}
