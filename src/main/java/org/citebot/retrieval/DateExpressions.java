package org.citebot.retrieval;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the words of a question that tell a window of days, and does the arithmetic from a given today. */
final class DateExpressions {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern LATEST = Pattern.compile(
            "\\b(latest|newest|most recent(ly)?|recently|последн\\w*|останн\\w*|апошн\\w*|najnowsz\\w*|ostatnio)\\b",
            FLAGS);

    private static final Map<String, Month> MONTHS = months();

    private static final String DAY = "(?:\\d{4}-\\d{2}-\\d{2}"
            + "|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:MONTH)\\.?(?:,?\\s+\\d{4})?"
            + "|(?:MONTH)\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?"
            + "|(?:MONTH)\\.?(?:\\s+\\d{4})?"
            + "|(?:19|20)\\d{2})";

    /** Words, and the window that they mean on a day. */
    private record Expression(Pattern pattern, BiFunction<MatchResult, LocalDate, @Nullable DateWindow> meaning) {}

    private static final List<Expression> EXPRESSIONS = List.of(
            days("today|сегодня|сьогодні|сёння|dzisiaj|dziś", today -> today, today -> today),
            days("yesterday|вчера|вчора|учора|ўчора|wczoraj", today -> today.minusDays(1), today -> today.minusDays(1)),
            days(
                    "this week|на этой неделе|цього тижня|на гэтым тыдні|w tym tygodniu",
                    DateExpressions::monday,
                    today -> today),
            days(
                    "last week|на прошлой неделе|минулого тижня|на мінулым тыдні|w zeszłym tygodniu",
                    today -> monday(today).minusWeeks(1),
                    today -> monday(today).minusDays(1)),
            days(
                    "this month|в этом месяце|цього місяця|у гэтым месяцы|w tym miesiącu",
                    today -> today.withDayOfMonth(1),
                    today -> today),
            days(
                    "last month|в прошлом месяце|минулого місяця|у мінулым месяцы|w zeszłym miesiącu",
                    today -> today.withDayOfMonth(1).minusMonths(1),
                    today -> today.withDayOfMonth(1).minusDays(1)),
            new Expression(
                    Pattern.compile(
                            "\\b(?:since|с|начиная с|з|od)\\s+("
                                    + DAY.replace("MONTH", String.join("|", MONTHS.keySet())) + ")\\b",
                            FLAGS),
                    (match, today) -> firstDay(match.group(1), today)
                            .map(day -> new DateWindow(day, null, match.group()))
                            .orElse(null)));

    private DateExpressions() {}

    /** Whether the newest is asked for. */
    static boolean asksForLatest(String question) {
        return LATEST.matcher(question).find();
    }

    /** The first window that a question tells; null if it tells none. */
    static @Nullable DateWindow find(String question, LocalDate today) {
        for (Expression expression : EXPRESSIONS) {
            Matcher matcher = expression.pattern().matcher(question);
            if (matcher.find()) {
                DateWindow window = expression.meaning().apply(matcher.toMatchResult(), today);
                if (window != null) {
                    return window;
                }
            }
        }
        return null;
    }

    private static Expression days(String words, UnaryOperator<LocalDate> from, UnaryOperator<LocalDate> to) {
        return new Expression(
                Pattern.compile("\\b(?:" + words + ")\\b", FLAGS),
                (match, today) -> new DateWindow(from.apply(today), to.apply(today), match.group()));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first day of a date, a month or a year; a missing year is the last in which that day is not to come. */
    private static Optional<LocalDate> firstDay(String text, LocalDate today) {
        int year = 0;
        int day = 0;
        Month month = null;
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return isoDay(text);
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,.]+", -1)) {
            String digits = word.replaceFirst("(st|nd|rd|th)$", "");
            if (digits.matches("\\d{4}")) {
                year = Integer.parseInt(digits);
            } else if (digits.matches("\\d{1,2}")) {
                day = Integer.parseInt(digits);
            } else if (MONTHS.containsKey(word)) {
                month = MONTHS.get(word);
            }
        }
        if (month == null) {
            return year == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, 1, 1));
        }
        int length = YearMonth.of(year == 0 ? today.getYear() : year, month).lengthOfMonth();
        if (day > length) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.of(year == 0 ? today.getYear() : year, month, Math.max(1, day));
        return Optional.of(year == 0 && first.isAfter(today) ? first.minusYears(1) : first);
    }

    private static Optional<LocalDate> isoDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Month> months() {
        Map<String, Month> months =
                new TreeMap<>((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        List<List<String>> names = List.of(
                List.of("january", "jan", "января", "січня", "студзеня", "stycznia"),
                List.of("february", "feb", "февраля", "лютого", "лютага", "lutego"),
                List.of("march", "mar", "марта", "березня", "сакавіка", "marca"),
                List.of("april", "apr", "апреля", "квітня", "красавіка", "kwietnia"),
                List.of("may", "мая", "травня", "траўня", "maja"),
                List.of("june", "jun", "июня", "червня", "чэрвеня", "czerwca"),
                List.of("july", "jul", "июля", "липня", "ліпеня", "lipca"),
                List.of("august", "aug", "августа", "серпня", "жніўня", "sierpnia"),
                List.of("september", "sept", "sep", "сентября", "вересня", "верасня", "września"),
                List.of("october", "oct", "октября", "жовтня", "кастрычніка", "października"),
                List.of("november", "nov", "ноября", "листопада", "лістапада", "listopada"),
                List.of("december", "dec", "декабря", "грудня", "снежня", "grudnia"));
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i)) {
                months.put(name, Month.of(i + 1));
            }
        }
        return months;
    }
}
