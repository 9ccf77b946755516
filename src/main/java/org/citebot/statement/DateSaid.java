package org.citebot.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a statement was made, as far as its sentence says so.
 *
 * @param words as they stand in the text, such as "Monday" or "last month"
 * @param precision of what they tell
 * @param day the day, or the first day of the month or year that is meant; null where it cannot be told without the
 *     document's own date or from such words
 */
public record DateSaid(
        String words, Precision precision, @Nullable LocalDate day) {

    /** How closely a time is told. */
    public enum Precision {
        /** A day of the calendar. */
        DAY,
        /** A day of the week, or a day counted from the document's: "on Monday", "yesterday". */
        WEEKDAY,
        /** A week counted from the document's. */
        WEEK,
        /** A month. */
        MONTH,
        /** A year. */
        YEAR
    }
}
