package org.citebot.moderation;

import java.util.Map;
import org.citebot.language.Message;
import org.citebot.language.Phrasebook;
import org.citebot.language.Spoken;

/** What can be wrong with what a moderator says of a document. */
enum ValueProblem {
    NO_TITLE,
    TOO_LONG,
    IN_FUTURE,
    NO_DAY,
    HOW_DAY,
    HOW_LINK;

    private static final Spoken<Phrasebook> BOOKS = Spoken.phrasebooks(ValueProblem.class, "values");

    /** The name of its text. */
    String key() {
        return Phrasebook.key(this);
    }

    Message with(Map<String, ?> values) {
        return new Message(BOOKS, key(), values);
    }
}
