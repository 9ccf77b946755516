package org.citebot.telegram;

import org.citebot.telegram.text.FormattedText;

/** What those who keep the documents are told without looking anything up; in English, as all of the desk. */
final class FixedTexts {

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

    private FixedTexts() {}
}
