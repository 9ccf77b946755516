package org.citebot.answering;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * How long ago a day was, as precisely as a newspaper reader would say it.
 *
 * @param count so many units; below 0 for a day that is still to come
 */
public record Age(long count, Unit unit) {

    private static final int DAYS_UNTIL_WEEKS = 14;
    private static final int DAYS_UNTIL_MONTHS = 60;

    /** What is counted. */
    public enum Unit {
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    /** How long ago {@code day} was on the day {@code today}. */
    public static Age of(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (days < DAYS_UNTIL_WEEKS) {
            return new Age(days, Unit.DAYS);
        }
        if (days < DAYS_UNTIL_MONTHS) {
            return new Age(days / 7, Unit.WEEKS);
        }
        Period age = Period.between(day, today);
        return age.getYears() == 0 ? new Age(age.getMonths(), Unit.MONTHS) : new Age(age.getYears(), Unit.YEARS);
    }

    /** In English, e.g. {@code 3 days ago}; a day that is still to come is {@code in 3 days}. */
    public static String inWords(LocalDate day, LocalDate today) {
        Age age = of(day, today);
        if (age.unit == Unit.DAYS) {
            return inDays(age.count);
        }
        String unit = switch (age.unit) {
            case DAYS, WEEKS -> "week";
            case MONTHS -> "month";
            case YEARS -> "year";
        };
        return age.count + " " + unit + (age.count == 1 ? "" : "s") + " ago";
    }

    private static String inDays(long days) {
        if (days < 0) {
            return days == -1 ? "tomorrow" : "in " + -days + " days";
        }
        if (days < 2) {
            return days == 0 ? "today" : "yesterday";
        }
        return days + " days ago";
    }
}
