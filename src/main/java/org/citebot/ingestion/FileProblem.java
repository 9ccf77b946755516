package org.citebot.ingestion;

import java.util.Map;
import org.citebot.language.Message;
import org.citebot.language.Phrasebook;
import org.citebot.language.Spoken;

/** What can be wrong with a file; those below {@link #AT_KEY} are about one value of its front matter. */
enum FileProblem {
    EMPTY,
    NO_TEXT,
    TOO_LARGE,
    NOT_OPENED,
    UNKNOWN_TYPE,
    NOT_UTF8,
    NOT_AS_MARKED,
    PDF,
    OFFICE,
    ZERO_BYTES,
    CONTROL_CHARACTERS,
    OTHER_MARKUP,
    NO_TAGS,
    WEB_PAGE,
    XML,
    NOT_CLOSED,
    NO_YAML,
    WRONG_VALUES,
    NO_KEYS,
    AT_KEY,
    LONG_ID,
    NO_DATE,
    NO_LINK,
    NO_LANGUAGE,
    ABOUT,
    SPEAKERS,
    NAMES,
    NOT_ONE_VALUE;

    private static final Spoken<Phrasebook> BOOKS = Spoken.phrasebooks(FileProblem.class, "problems");

    /** The name of its text. */
    String key() {
        return Phrasebook.key(this);
    }

    /** The whole line about a file: its name, what is wrong, and what to do. */
    Message in(String file) {
        return with(Map.of("file", file));
    }

    /** The same with one more value. */
    Message in(String file, String name, Object value) {
        return with(Map.of("file", file, name, value));
    }

    Message with(Map<String, ?> values) {
        return new Message(BOOKS, key(), values);
    }
}
