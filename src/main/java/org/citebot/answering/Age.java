package org.citebot.answering;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** How long ago a day was, in the words of a newspaper reader. */
public final class Age {

    private static final int DAYS_UNTIL_WEEKS = 14;
    private static final int DAYS_UNTIL_MONTHS = 60;

    private Age() {}

    /** E.g. {@code 3 days ago}; a day that is still to come is {@code in 3 days}. */
    public static String inWords(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (days < 0) {
            return days == -1 ? "tomorrow" : "in " + -days + " days";
        }
        if (days < 2) {
            return days == 0 ? "today" : "yesterday";
        }
        Period age = Period.between(day, today);
        if (days < DAYS_UNTIL_WEEKS) {
            return days + " days ago";
        }
        if (days < DAYS_UNTIL_MONTHS) {
            return days / 7 + " weeks ago";
        }
        return age.getYears() == 0 ? count(age.getMonths(), "month") : count(age.getYears(), "year");
    }

    private static String count(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s") + " ago";
    }
}
