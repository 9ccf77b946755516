package org.citebot.telegram.desk;

import java.time.Instant;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;

/**
 * Who asks for something, where and when.
 *
 * @param person who
 * @param name as the others are shown it
 * @param key unique and stable for the message or the press: an update that is handled again has the same
 * @param received when it first arrived, by the desk's clock; the same for an update that is handled again
 * @param chat where
 * @param message the number of the message that asks, or of the one whose button was pressed
 * @param personal whether nobody else reads the chat
 * @param language in which the person is spoken to
 */
public record Occasion(
        PersonId person,
        String name,
        String key,
        Instant received,
        long chat,
        int message,
        boolean personal,
        Language language) {

    /** In which the person is spoken to. */
    public DeskWords words() {
        return DeskWords.in(language);
    }
}
