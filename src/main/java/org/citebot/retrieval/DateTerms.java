package org.citebot.retrieval;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what names days by itself: "29 January 2024", "the first half of 2024", "last week", "two days ago". What tells no
 * year, or no week, is the last that has begun; inside a range it is the one nearest to the other end. Immutable, for many
 * threads.
 */
final class DateTerms {

    private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");
    private static final int MONTHS_A_SEASON = 3;
    private static final int MONTHS_A_HALF = 6;
    private static final int MIDDLE_OF_MONTH = 15;

    /** A leap day comes back after eight years at the latest. */
    private static final int YEARS_TO_LOOK_AT = 9;

    /** Where the other end of a range is. */
    private record Anchor(LocalDate today, LocalDate day, boolean forward) {}

    private interface Reading {
        @Nullable
        DatePeriod of(MatchResult match, Anchor anchor);
    }

    /** A way of naming days; its groups are what is read. */
    private record Form(String source, Pattern pattern, Reading reading) {

        Form(String source, Reading reading) {
            this(source, Pattern.compile(source, DateWords.FLAGS), reading);
        }

        String withoutGroups() {
            return source.replaceAll("\\((?!\\?)", "(?:");
        }
    }

    private final DateWords words = new DateWords();
    private final String month = words.any("month");
    private final String year =
            "(?:19|20)\\d{2}(?:\\s+(?:года|годом|году|год|року|роком|році|рік|годзе|годам|roku|rokiem|rok)\\b|\\s+[гр]\\.)?";
    private final String ofYear = "(?:,?\\s+(?:of\\s+)?(" + year + "))?";
    private final String season = SEASONS.stream().map(words::of).collect(Collectors.joining("|", "(?:", ")"));
    private final String unit = Arrays.stream(DateUnit.values())
            .map(each -> words.of(each.meaning()))
            .collect(Collectors.joining("|", "(?:", ")"));
    private final String number = "(?:\\d{1,3}|" + words.any("number") + ")";

    private final List<Form> days = List.of(
            new Form(
                    "(\\d{4})-(\\d{2})-(\\d{2})",
                    (match, anchor) -> date(number(match, 1), number(match, 2), number(match, 3))),
            new Form(
                    "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})",
                    (match, anchor) -> date(number(match, 3), number(match, 2), number(match, 1))),
            new Form(
                    "(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(" + month + ")\\.?" + ofYear,
                    (match, anchor) -> day(match, 1, 2, 3, anchor)),
            new Form(
                    "(" + month + ")\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b" + ofYear,
                    (match, anchor) -> day(match, 2, 1, 3, anchor)));

    private final List<Form> periods = List.of(
            new Form(
                    "(" + month + ")\\.?" + ofYear,
                    (match, anchor) -> inYear(
                            match.group(2),
                            anchor,
                            told -> DatePeriod.month(YearMonth.of(told, month(match.group(1)))))),
            new Form(
                    "(?:the\\s+)?(" + season + ")" + ofYear,
                    (match, anchor) -> inYear(match.group(2), anchor, told -> season(told, match.group(1)))),
            new Form(
                    "(?:the\\s+)?(" + words.any("ordinal") + ")\\s+" + words.of("half") + "(?:\\s+of)?\\s+(?:(" + month
                            + ")" + ofYear + "|(" + year + ")|" + words.of("of-the-year") + ")",
                    this::half),
            new Form(
                    "(?:the\\s+)?(?:q([1-4])|(" + words.any("ordinal") + ")\\s+" + words.of("quarter") + ")"
                            + "(?:(?:\\s+of)?\\s+" + words.of("of-the-year") + "|" + ofYear + ")",
                    this::quarter),
            new Form("(" + year + ")", (match, anchor) -> inYear(match.group(1), anchor, DatePeriod::year)));

    private final List<Form> relative = List.of(
            new Form(words.of("today"), (match, anchor) -> DatePeriod.day(anchor.today())),
            new Form(
                    words.of("yesterday"),
                    (match, anchor) -> DatePeriod.day(anchor.today().minusDays(1))),
            new Form(
                    words.of("day-before-yesterday"),
                    (match, anchor) -> DatePeriod.day(anchor.today().minusDays(2))),
            new Form(
                    "(" + number + ")\\s+(" + unit + ")\\s+" + words.of("ago"),
                    (match, anchor) -> ago(count(match.group(1)), unit(match.group(2)), anchor)),
            new Form(
                    "(" + words.of("one-unit") + ")\\s+" + words.of("ago"),
                    (match, anchor) -> ago(1, unit(match.group(1)), anchor)),
            new Form(
                    words.of("previous") + "\\s+(?:(" + unit + ")|(" + words.any("weekday") + ")|(" + season + "|"
                            + month + "))",
                    this::previous),
            new Form(
                    words.of("previous-day") + "\\s+(" + words.any("weekday") + ")",
                    (match, anchor) -> weekday(match.group(1), anchor)),
            new Form(
                    words.of("this") + "\\s+(?:(" + unit + ")|(" + season + "))",
                    (match, anchor) -> (match.group(1) == null
                                    ? last(anchor, told -> season(told, match.group(2)))
                                    : DatePeriod.around(anchor.today(), unit(match.group(1))))
                            .until(anchor.today())),
            new Form(
                    "(?:the\\s+)?(?:" + words.of("this") + "|" + words.of("rolling") + "|" + words.of("previous")
                            + ")\\s+" + words.of("weekend"),
                    (match, anchor) -> weekend(anchor.today())),
            new Form(
                    words.of("beginning") + "\\s*(?:(" + unit + "))",
                    (match, anchor) -> DatePeriod.day(DatePeriod.around(anchor.today(), unit(match.group(1)))
                            .first())));

    private final List<Form> weekdays = List.of(
            new Form("(" + words.any("weekday") + ")", (match, anchor) -> weekday(match.group(1), anchor)),
            new Form("(?:the\\s+)?" + words.of("weekend"), (match, anchor) -> weekend(anchor.today())));

    private final Pattern any = Pattern.compile(
            "\\b(?:(?<day>" + union(days) + ")|(?<relative>" + union(relative) + ")(?!\\s+of\\b)|(?<adverb>"
                    + words.of("season-adverb") + "(?:\\s+" + year + ")?)|(?<period>" + union(periods) + ")|(?<weekday>"
                    + union(weekdays) + "))(?!\\w)",
            DateWords.FLAGS);

    private final Pattern monthOrYear = Pattern.compile("\\b" + month + "\\b|(?<!\\d)\\d{4}(?!\\d)", DateWords.FLAGS);
    private final Pattern yearsAgo =
            Pattern.compile(number + "\\s+" + words.of("year") + "\\s+" + words.of("ago"), DateWords.FLAGS);

    DateWords words() {
        return words;
    }

    /** A regular expression for one of the units; no groups. */
    String unit() {
        return unit;
    }

    /** The same for how many of them, in digits or in words. */
    String number() {
        return number;
    }

    /** Everything in a text that names days, in order. */
    List<DateTerm> find(String text) {
        List<DateTerm> found = new ArrayList<>();
        Matcher matcher = any.matcher(text);
        while (matcher.find()) {
            found.add(new DateTerm(form(matcher), matcher.start(), matcher.end()));
        }
        return found;
    }

    private static DateTerm.Form form(Matcher matcher) {
        for (DateTerm.Form form : DateTerm.Form.values()) {
            if (matcher.start(form.group()) >= 0) {
                return form;
            }
        }
        throw new IllegalStateException("Found nothing");
    }

    private static String union(List<Form> forms) {
        return forms.stream().map(Form::withoutGroups).collect(Collectors.joining("|"));
    }

    /** What a term means on a day; null if there is no such day, as on 30 February. */
    @Nullable
    DatePeriod read(String term, LocalDate today) {
        return read(term, new Anchor(today, today, false));
    }

    /** The same for the end of a range that begins on a day. */
    @Nullable
    DatePeriod readFrom(String term, LocalDate today, LocalDate start) {
        return read(term, new Anchor(today, start, true));
    }

    /** The same for the start of a range that ends on a day. */
    @Nullable
    DatePeriod readBefore(String term, LocalDate today, LocalDate end) {
        return read(term, new Anchor(today, end, false));
    }

    /** Whether a term tells the month that it lies in, or its year. */
    boolean tellsMonthOrYear(String term) {
        return monthOrYear.matcher(term).find();
    }

    /** Whether a term is so many years back, which people say of history. */
    boolean isYearsAgo(String term) {
        return yearsAgo.matcher(term).matches();
    }

    private @Nullable DatePeriod read(String term, Anchor anchor) {
        for (List<Form> forms : List.of(days, relative, periods, weekdays)) {
            for (Form form : forms) {
                Matcher matcher = form.pattern().matcher(term);
                if (matcher.matches()) {
                    return form.reading().of(matcher.toMatchResult(), anchor);
                }
            }
        }
        return null;
    }

    /** How many a number says, in digits or in words; 1 where there is none. */
    int count(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        return text.matches("\\d+")
                ? Integer.parseInt(text)
                : words.number(text, "number").orElse(1);
    }

    DateUnit unit(String text) {
        for (DateUnit each : DateUnit.values()) {
            if (words.is(text, each.meaning())) {
                return each;
            }
        }
        throw new IllegalArgumentException("No unit of time: " + text);
    }

    private int month(String text) {
        return words.number(text, "month").orElseThrow();
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private @Nullable DatePeriod day(MatchResult match, int day, int month, int year, Anchor anchor) {
        return inYear(match.group(year), anchor, told -> date(told, month(match.group(month)), number(match, day)));
    }

    private static @Nullable DatePeriod date(int year, int month, int day) {
        try {
            return DatePeriod.day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Winter is named after the year in which it ends. */
    private DatePeriod season(int year, String text) {
        int number = 0;
        while (!words.is(text, SEASONS.get(number))) {
            number++;
        }
        return DatePeriod.months(
                YearMonth.of(year - 1, Month.DECEMBER).plusMonths((long) number * MONTHS_A_SEASON), MONTHS_A_SEASON);
    }

    private @Nullable DatePeriod half(MatchResult match, Anchor anchor) {
        boolean first = words.number(match.group(1), "ordinal").orElse(1) == 1;
        if (match.group(2) == null) {
            return inYear(
                    match.group(4),
                    anchor,
                    year -> DatePeriod.months(YearMonth.of(year, first ? 1 : 1 + MONTHS_A_HALF), MONTHS_A_HALF));
        }
        return inYear(match.group(3), anchor, year -> {
            YearMonth month = YearMonth.of(year, month(match.group(2)));
            return first
                    ? new DatePeriod(month.atDay(1), month.atDay(MIDDLE_OF_MONTH))
                    : new DatePeriod(month.atDay(MIDDLE_OF_MONTH + 1), month.atEndOfMonth());
        });
    }

    private @Nullable DatePeriod quarter(MatchResult match, Anchor anchor) {
        int number =
                match.group(1) == null ? words.number(match.group(2), "ordinal").orElse(1) : number(match, 1);
        return inYear(match.group(3), anchor, year -> DatePeriod.quarter(year, number));
    }

    private @Nullable DatePeriod previous(MatchResult match, Anchor anchor) {
        if (match.group(1) != null) {
            DateUnit told = unit(match.group(1));
            return DatePeriod.around(told.before(anchor.today(), 1), told);
        }
        return match.group(2) != null
                ? weekday(match.group(2), anchor)
                : read(match.group(3), new Anchor(anchor.today(), anchor.today(), false));
    }

    /** The last one before today, or the first from the start of a range. */
    private DatePeriod weekday(String text, Anchor anchor) {
        DayOfWeek day = DayOfWeek.of(words.number(text, "weekday").orElseThrow());
        return DatePeriod.day(anchor.day()
                .with(anchor.forward() ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previous(day)));
    }

    /** The one that is on, or the last one. */
    private static DatePeriod weekend(LocalDate today) {
        LocalDate saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        return new DatePeriod(saturday, saturday.plusDays(1)).until(today);
    }

    private static @Nullable DatePeriod inYear(
            @Nullable String told, Anchor anchor, IntFunction<@Nullable DatePeriod> inYear) {
        return told == null ? nearest(anchor, inYear) : inYear.apply(Integer.parseInt(told.substring(0, 4)));
    }

    private static DatePeriod ago(int count, DateUnit unit, Anchor anchor) {
        return DatePeriod.around(unit.before(anchor.today(), count), unit);
    }

    private static DatePeriod last(Anchor anchor, IntFunction<DatePeriod> inYear) {
        int next = anchor.today().getYear() + 1;
        DatePeriod period = inYear.apply(next);
        for (int year = next; period.first().isAfter(anchor.today()); year--) {
            period = inYear.apply(year);
        }
        return period;
    }

    /** In the last year in which it has begun by the anchor's day, or in the first that begins it from there. */
    private static @Nullable DatePeriod nearest(Anchor anchor, IntFunction<@Nullable DatePeriod> inYear) {
        int step = anchor.forward() ? 1 : -1;
        int from = anchor.day().getYear() + (anchor.forward() ? 0 : 1);
        for (int i = 0; i < YEARS_TO_LOOK_AT; i++) {
            DatePeriod period = inYear.apply(from + i * step);
            if (period != null
                    && (anchor.forward()
                            ? !period.first().isBefore(anchor.day())
                            : !period.first().isAfter(anchor.day()))) {
                return period;
            }
        }
        return null;
    }
}
