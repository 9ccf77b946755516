package org.citebot.retrieval;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** The days from the first to the last, both of them included, that a date, a month or a week means. */
record DatePeriod(LocalDate first, LocalDate last) {

    private static final int MONTHS_A_QUARTER = 3;

    static DatePeriod day(LocalDate day) {
        return new DatePeriod(day, day);
    }

    static DatePeriod month(YearMonth month) {
        return new DatePeriod(month.atDay(1), month.atEndOfMonth());
    }

    /** So many months from one on. */
    static DatePeriod months(YearMonth first, int count) {
        return new DatePeriod(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    static DatePeriod year(int year) {
        return months(YearMonth.of(year, Month.JANUARY), Month.values().length);
    }

    /** A quarter of a year, from 1 to 4. */
    static DatePeriod quarter(int year, int number) {
        return months(YearMonth.of(year, 1 + (number - 1) * MONTHS_A_QUARTER), MONTHS_A_QUARTER);
    }

    /** The week, month, quarter or year around a day; the day itself for a day. */
    static DatePeriod around(LocalDate day, DateUnit unit) {
        return switch (unit) {
            case HOUR, DAY -> day(day);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new DatePeriod(monday, monday.plusDays(6));
            }
            case MONTH -> month(YearMonth.from(day));
            case QUARTER -> quarter(day.getYear(), 1 + (day.getMonthValue() - 1) / MONTHS_A_QUARTER);
            case YEAR -> year(day.getYear());
        };
    }

    /** Without the days to come. */
    DatePeriod until(LocalDate today) {
        return last.isAfter(today) && !first.isAfter(today) ? new DatePeriod(first, today) : this;
    }
}
