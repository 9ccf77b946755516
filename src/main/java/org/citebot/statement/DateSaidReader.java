package org.citebot.statement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.citebot.language.TextSpan;
import org.citebot.statement.DateSaid.Precision;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Reads when something was said from the words of its sentence that are not its content. Immutable, for many threads. */
final class DateSaidReader {

    private final WordClasses words;

    DateSaidReader(WordClasses words) {
        this.words = words;
    }

    /**
     * The first time outside of the content; null if there is none.
     *
     * @param published from which days of the week are counted back; null if unknown
     */
    @Nullable
    DateSaid read(Sentence sentence, TextSpan content, @Nullable LocalDate published) {
        for (int i = 0; i < sentence.size(); i++) {
            if (content.contains(sentence.token(i).span())) {
                continue;
            }
            DateSaid date = at(sentence, i, published);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable DateSaid at(Sentence sentence, int i, @Nullable LocalDate published) {
        String word = sentence.word(i);
        if (sentence.isPossessive(i) || sentence.word(i - 1).matches("of|before|after|since|until|for|to")) {
            // "Monday's agreements followed a warning": the day of something else.
            return null;
        }
        if (words.is(WordClass.DAYS, word)) {
            int to = part(sentence, i + 1);
            LocalDate day = published == null
                    ? null
                    : published.with(
                            TemporalAdjusters.previousOrSame(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT))));
            return date(sentence, i, to, Precision.WEEKDAY, day);
        }
        if (words.is(WordClass.MONTHS, word) && sentence.isCapital(i)) {
            return month(sentence, i, published);
        }
        if (word.equals("yesterday") || word.equals("today") || word.equals("tonight")) {
            LocalDate day = published == null ? null : word.equals("yesterday") ? published.minusDays(1) : published;
            return date(sentence, i, i + 1, Precision.WEEKDAY, day);
        }
        if (word.equals("last") || word.equals("this")) {
            return switch (sentence.word(i + 1)) {
                case "week" -> date(sentence, i, i + 2, Precision.WEEK, null);
                case "month" ->
                    date(
                            sentence,
                            i,
                            i + 2,
                            Precision.MONTH,
                            published == null
                                    ? null
                                    : published.withDayOfMonth(1).minusMonths(word.equals("last") ? 1 : 0));
                case "year" ->
                    date(
                            sentence,
                            i,
                            i + 2,
                            Precision.YEAR,
                            published == null
                                    ? null
                                    : published.withDayOfYear(1).minusYears(word.equals("last") ? 1 : 0));
                case "night", "morning", "evening", "afternoon" ->
                    date(
                            sentence,
                            i,
                            i + 2,
                            Precision.WEEKDAY,
                            published == null ? null : word.equals("last") ? published.minusDays(1) : published);
                default -> null;
            };
        }
        return null;
    }

    private @Nullable DateSaid month(Sentence sentence, int i, @Nullable LocalDate published) {
        boolean dayBefore = isDay(sentence.word(i - 1));
        boolean dayAfter = isDay(sentence.word(i + 1));
        int from = dayBefore ? i - 1 : i;
        int to = dayAfter ? i + 2 : i + 1;
        int yearAt = sentence.isMark(to, ",") ? to + 1 : to;
        boolean hasYear = sentence.word(yearAt).matches("(?:19|20)\\d\\d");
        if (!dayBefore && !dayAfter && !hasYear && !sentence.word(i - 1).equals("in")) {
            return null;
        }
        Integer year = hasYear
                ? Integer.valueOf(sentence.word(yearAt))
                : published == null ? null : (Integer) published.getYear();
        Month month = month(sentence.word(i));
        int end = hasYear ? yearAt + 1 : to;
        if (year == null || month == null) {
            return date(sentence, from, end, dayBefore || dayAfter ? Precision.DAY : Precision.MONTH, null);
        }
        if (!dayBefore && !dayAfter) {
            return date(sentence, from, end, Precision.MONTH, LocalDate.of(year, month, 1));
        }
        int number = Integer.parseInt(sentence.word(dayBefore ? i - 1 : i + 1));
        LocalDate day = number > month.length(java.time.Year.isLeap(year)) ? null : LocalDate.of(year, month, number);
        if (day != null && !hasYear && published != null && day.isAfter(published)) {
            day = day.minusYears(1);
        }
        return date(sentence, from, end, Precision.DAY, day);
    }

    private static @Nullable Month month(String word) {
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(word.substring(0, 3))) {
                return month;
            }
        }
        return null;
    }

    private static boolean isDay(String word) {
        return word.matches("[12]?\\d|3[01]");
    }

    private static int part(Sentence sentence, int at) {
        return sentence.word(at).matches("morning|evening|night|afternoon") ? at + 1 : at;
    }

    private static DateSaid date(Sentence sentence, int from, int to, Precision precision, @Nullable LocalDate day) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean gap = i > from
                    && sentence.token(i).start() > sentence.token(i - 1).end();
            text.append(gap ? " " : "").append(sentence.token(i).text());
        }
        return new DateSaid(text.toString(), precision, day);
    }
}
