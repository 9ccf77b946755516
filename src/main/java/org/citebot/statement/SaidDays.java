package org.citebot.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a statement can have been made, as far as its document tells: the day, the month or the year that its
 * sentence names, else the day on which the document came out.
 *
 * @param last not before {@code first}
 * @param told whether the sentence itself says so
 */
public record SaidDays(LocalDate first, LocalDate last, boolean told) {

    private static final int DAYS_OF_WEEK = 7;

    /** Null if nothing tells. */
    public static @Nullable SaidDays of(Statement statement) {
        DateSaid said = statement.said();
        LocalDate published = statement.documentDate();
        LocalDate day = said == null ? null : said.day();
        if (said == null || day == null) {
            return published == null ? null : new SaidDays(published, published, false);
        }
        LocalDate last = switch (said.precision()) {
            case DAY, WEEKDAY -> day;
            case WEEK -> day.plusDays(DAYS_OF_WEEK - 1);
            case MONTH -> day.plusMonths(1).minusDays(1);
            case YEAR -> day.plusYears(1).minusDays(1);
        };
        // Nobody reports what is yet to be said; a month or year that goes on ends with the document.
        return published != null && published.isBefore(last) && !published.isBefore(day)
                ? new SaidDays(day, published, true)
                : new SaidDays(day, last, true);
    }
}
