package org.citebot.retrieval;

import java.util.Locale;

/**
 * A place in a text that names days.
 *
 * @param start in UTF-16 units
 * @param end after its last
 */
record DateTerm(Form form, int start, int end) {

    /** The way in which it names them. */
    enum Form {
        /** A day of a month. */
        DAY,
        /** What is counted from today. */
        RELATIVE,
        /** A season as Slavic languages say when: весной. */
        ADVERB,
        /** A month, a season, a part of a year, a year. */
        PERIOD,
        /** A day of the week, or its end. */
        WEEKDAY;

        private static final char FIRST_MARK = '\uE000';

        /** A character that no question holds, to stand for a term of this form. */
        char mark() {
            return (char) (FIRST_MARK + ordinal());
        }

        String group() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
