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
            "\\b(latest|newest|most recent(ly)?|recently|последн\\w*|останн\\w*|апошн\\w*|najnowsz\\w*|ostatni\\w*)\\b",
            FLAGS);

    private static final Map<String, Month> MONTHS = months();
    private static final String MONTH = "(?:" + String.join("|", MONTHS.keySet()) + ")";
    private static final String YEAR = "(?:19|20)\\d{2}(?:\\s+(?:года|году|року|році|годзе|roku))?";
    private static final String DAY = "(?:\\d{4}-\\d{2}-\\d{2}"
            + "|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "\\.?(?:,?\\s+" + YEAR + ")?"
            + "|" + MONTH + "\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+" + YEAR + ")?"
            + "|" + MONTH + "\\.?(?:\\s+" + YEAR + ")?"
            + "|" + YEAR + ")";
    private static final String TODAY = "today|сегодня|сьогодні|сёння|dzisiaj|dziś";
    private static final Pattern NOWADAYS = Pattern.compile(
            "\\b(?:even|still|даже|навіть|нават|nawet) (?:" + TODAY + ")\\b"
                    + "|\\b(?:is|are|isn['’]t|aren['’]t|do|does)\\b.*\\btoday\\b",
            FLAGS);
    private static final Pattern TELLS_THE_YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

    /** Words, and the window that they mean on a day. */
    private record Expression(Pattern pattern, BiFunction<MatchResult, LocalDate, @Nullable DateWindow> meaning) {}

    private static final List<Expression> EXPRESSIONS = List.of(
            days(TODAY, today -> today, today -> today),
            days("yesterday|вчера|вчора|учора|ўчора|wczoraj", today -> today.minusDays(1), today -> today.minusDays(1)),
            days(
                    "this week|на этой неделе|на цьому тижні|цього тижня|на гэтым тыдні|w tym tygodniu",
                    DateExpressions::monday,
                    today -> today),
            days(
                    "last week|на прошлой неделе|на минулому тижні|минулого тижня|на мінулым тыдні"
                            + "|w (?:zeszłym|ubiegłym) tygodniu",
                    today -> monday(today).minusWeeks(1),
                    today -> monday(today).minusDays(1)),
            days(
                    "this month|в этом месяце|у цьому місяці|цього місяця|[уў] гэтым месяцы|w tym miesiącu",
                    today -> today.withDayOfMonth(1),
                    today -> today),
            days(
                    "last month|в прошлом месяце|у минулому місяці|минулого місяця|[уў] мінулым месяцы"
                            + "|w (?:zeszłym|ubiegłym) miesiącu",
                    today -> today.withDayOfMonth(1).minusMonths(1),
                    today -> today.withDayOfMonth(1).minusDays(1)),
            days(
                    "this year|в этом году|цього року|у цьому році|[уў] гэтым годзе|w tym roku",
                    today -> today.withDayOfYear(1),
                    today -> today),
            past("days?|дн(?:я|ей|і|ів)|день|дзён|dni", (today, number) -> today.minusDays(number)),
            past(
                    "weeks?|недел[яиь]|тижні[в]?|тижня|тыдн(?:і|яў)|tygodni(?:e)?",
                    (today, number) -> today.minusWeeks(number)),
            past(
                    "months?|месяц(?:а|ев|ы|аў)|місяц(?:і|ів)|miesi(?:ące|ęcy)",
                    (today, number) -> today.minusMonths(number)),
            new Expression(
                    Pattern.compile(
                            "\\b(?:since|с|начиная с|з|починаючи з|od)\\s+(" + DAY
                                    + ")\\b(?!\\s*(?:(?:to|until|till|по|до|да|do)\\b|[-–]))",
                            FLAGS),
                    (match, today) -> firstDay(match.group(1), today)
                            .map(day -> new DateWindow(day, null, match.group()))
                            .orElse(null)),
            new Expression(
                    Pattern.compile(
                            "\\b(?:in|во?|[уў]|w|we)\\s+(" + MONTH + "(?:\\s+(?:of\\s+)?" + YEAR
                                    + ")?)\\b(?!\\s*[\\d/–-])",
                            FLAGS),
                    (match, today) -> firstDay(match.group(1), today)
                            .map(day -> new DateWindow(day, lastOfMonth(day), match.group()))
                            .orElse(null)));

    private DateExpressions() {}

    /** Whether the newest is asked for. */
    static boolean asksForLatest(String question) {
        return LATEST.matcher(question).find();
    }

    /** A question without the words that ask for the newest. */
    static String withoutLatest(String question) {
        return LATEST.matcher(question).replaceAll(" ");
    }

    /** Whether a question names a year, so that its dates may as well be part of what is asked about. */
    static boolean tellTheYear(String question) {
        return TELLS_THE_YEAR.matcher(question).find();
    }

    /** Whether a question is about the state of things, where "today" means nowadays. */
    static boolean meansNowadays(String question) {
        return NOWADAYS.matcher(question).find();
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

    /** The last so many days, weeks or months, today included. */
    private static Expression past(String units, BiFunction<LocalDate, Integer, LocalDate> before) {
        return new Expression(
                Pattern.compile(
                        "\\b(?:(?:in|over|during|within) the )?(?:last|past|за последние|за останні|за апошнія"
                                + "|w ciągu ostatnich|przez ostatnie)\\s+(\\d{1,3})\\s+(?:" + units + ")\\b",
                        FLAGS),
                (match, today) -> new DateWindow(
                        before.apply(today, Integer.parseInt(match.group(1))).plusDays(1), today, match.group()));
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
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
        // As they stand after "since" and after "in".
        List<List<String>> names = List.of(
                List.of(
                        "january",
                        "jan",
                        "января",
                        "январе",
                        "січня",
                        "січні",
                        "студзеня",
                        "студзені",
                        "stycznia",
                        "styczniu"),
                List.of(
                        "february",
                        "feb",
                        "февраля",
                        "феврале",
                        "лютого",
                        "лютому",
                        "лютага",
                        "лютым",
                        "lutego",
                        "lutym"),
                List.of(
                        "march",
                        "mar",
                        "марта",
                        "марте",
                        "березня",
                        "березні",
                        "сакавіка",
                        "сакавіку",
                        "marca",
                        "marcu"),
                List.of(
                        "april",
                        "apr",
                        "апреля",
                        "апреле",
                        "квітня",
                        "квітні",
                        "красавіка",
                        "красавіку",
                        "kwietnia",
                        "kwietniu"),
                List.of("may", "мая", "мае", "травня", "травні", "траўня", "траўні", "maja", "maju"),
                List.of("june", "jun", "июня", "июне", "червня", "червні", "чэрвеня", "чэрвені", "czerwca", "czerwcu"),
                List.of("july", "jul", "июля", "июле", "липня", "липні", "ліпеня", "ліпені", "lipca", "lipcu"),
                List.of(
                        "august",
                        "aug",
                        "августа",
                        "августе",
                        "серпня",
                        "серпні",
                        "жніўня",
                        "жніўні",
                        "sierpnia",
                        "sierpniu"),
                List.of(
                        "september",
                        "sept",
                        "sep",
                        "сентября",
                        "сентябре",
                        "вересня",
                        "вересні",
                        "верасня",
                        "верасні",
                        "września",
                        "wrześniu"),
                List.of(
                        "october",
                        "oct",
                        "октября",
                        "октябре",
                        "жовтня",
                        "жовтні",
                        "кастрычніка",
                        "кастрычніку",
                        "października",
                        "październiku"),
                List.of(
                        "november",
                        "nov",
                        "ноября",
                        "ноябре",
                        "листопада",
                        "листопаді",
                        "лістапада",
                        "лістападзе",
                        "listopada",
                        "listopadzie"),
                List.of(
                        "december",
                        "dec",
                        "декабря",
                        "декабре",
                        "грудня",
                        "грудні",
                        "снежня",
                        "снежні",
                        "grudnia",
                        "grudniu"));
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i)) {
                months.put(name, Month.of(i + 1));
            }
        }
        return months;
    }
}
