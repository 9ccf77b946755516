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
        DAY('\uE000'),
        /** What is counted from today. */
        RELATIVE('\uE001'),
        /** A season as Slavic languages say when: весной. */
        ADVERB('\uE002'),
        /** A month, a season, a part of a year, a year. */
        PERIOD('\uE003'),
        /** A day of the week, or its end. */
        WEEKDAY('\uE004');

        private final char mark;

        Form(char mark) {
            this.mark = mark;
        }

        /** A character that no question holds, to stand for a term of this form. */
        char mark() {
            return mark;
        }

        String group() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
