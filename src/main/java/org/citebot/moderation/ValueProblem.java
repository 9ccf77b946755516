package org.citebot.moderation;

import java.util.Locale;
import java.util.Map;
import org.citebot.language.Message;
import org.citebot.language.Phrasebooks;

/** What can be wrong with what a moderator says of a document. */
enum ValueProblem {
    NO_TITLE,
    TOO_LONG,
    IN_FUTURE,
    NO_DAY,
    HOW_DAY,
    HOW_LINK;

    private static final Phrasebooks BOOKS = Phrasebooks.read(ValueProblem.class, "values");

    /** The name of its text. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Message with(Map<String, ?> values) {
        return new Message(BOOKS, key(), values);
    }
}
