package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.Locale;

/** A measure of time, as {@code date-words.txt} calls it. */
enum DateUnit {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    private static final int HOURS_A_DAY = 24;
    private static final int MONTHS_A_QUARTER = 3;

    /** Its line in the word list. */
    String meaning() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The day that lies so many of them back; hours count as the days that they touch. */
    LocalDate before(LocalDate day, int count) {
        return switch (this) {
            case HOUR -> day.minusDays((count + HOURS_A_DAY - 1) / HOURS_A_DAY);
            case DAY -> day.minusDays(count);
            case WEEK -> day.minusWeeks(count);
            case MONTH -> day.minusMonths(count);
            case QUARTER -> day.minusMonths((long) MONTHS_A_QUARTER * count);
            case YEAR -> day.minusYears(count);
        };
    }

    /** The last so many of them, today included; hours reach back into the day before. */
    DatePeriod lasting(LocalDate today, int count) {
        LocalDate first = before(today, count);
        return new DatePeriod(this == HOUR ? first : first.plusDays(1), today);
    }
}
