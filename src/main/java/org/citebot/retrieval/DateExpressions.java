package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.retrieval.DateExpression.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a question that tell a window of days, and does the arithmetic from a given today. Immutable, for many
 * threads.
 *
 * <p>A single date is no window unless a word such as "since" makes it one: what was said on a Monday is reported on
 * Tuesday. "Until" a day is with that day, "until" a month is before it begins, and "from … to" is with both ends.
 */
final class DateExpressions {

    private static final Pattern LATEST = Pattern.compile(
            "\\b(latest|newest|most recent(ly)?|recently|последн\\w*|останн\\w*|апошн\\w*|najnowsz\\w*|ostatni\\w*)\\b",
            DateWords.FLAGS);

    private static final String TODAY = "today|сегодня|сьогодні|сёння|dzisiaj|dziś";
    private static final Pattern NOWADAYS = Pattern.compile(
            "\\b(?:even|still|даже|навіть|нават|nawet) (?:" + TODAY + ")\\b"
                    + "|\\b(?:is|are|isn['’]t|aren['’]t|do|does)\\b.*\\btoday\\b",
            DateWords.FLAGS);
    private static final Pattern TELLS_THE_YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

    /** A year before a noun belongs to that: "before the war", and "before 2020 elections" as well. */
    private static final Pattern NOUN =
            Pattern.compile("\\s+(?!(?:about|against|between|concerning|regarding)\\b)\\p{L}{5,}", DateWords.FLAGS);

    /** Any term, in a question in which marks stand for them. */
    private static final String ALL = Arrays.stream(DateTerm.Form.values())
            .map(form -> Character.toString(form.mark()))
            .collect(Collectors.joining("", "[", "]"));

    private static final Pattern BARE_YEAR = Pattern.compile(".*\\s\\d{4}");

    private final DateTerms terms = new DateTerms();
    private final Pattern happening = words("happening");
    private final Pattern future = words("future");
    private final List<Lasting> lasting = lasting();
    private final List<Expression> expressions = expressions();

    /** Words around terms, and what they mean on a day; null if they mean nothing. */
    private record Expression(Pattern pattern, Meaning meaning) {}

    private interface Meaning {
        @Nullable
        DateExpression of(MarkedQuestion.Match match, LocalDate today);
    }

    /** The last so many days, weeks or months: the groups of how many, 0 for one, and of what. */
    private record Lasting(Pattern pattern, int number, int unit) {}

    /** The window that a term makes of itself. */
    private interface Bounds {
        DateWindow of(DatePeriod period, MarkedQuestion.Match match);
    }

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

    /** Whether it asks what happened: its days are those of an event as well. */
    boolean askWhatHappened(String question) {
        return happening.matcher(question).find();
    }

    /** Whether it is about what is to come. */
    boolean askAboutTheFuture(String question) {
        return future.matcher(question).find();
    }

    /** The first words of a question that name days, the most telling ones before others; null if none do. */
    @Nullable
    DateExpression find(String question, LocalDate today) {
        for (Lasting each : lasting) {
            Matcher matcher = each.pattern().matcher(question);
            if (matcher.find()) {
                int count = each.number() == 0 ? 1 : terms.count(matcher.group(each.number()));
                DatePeriod period = terms.unit(matcher.group(each.unit())).lasting(today, count);
                return new DateExpression(
                        new DateWindow(period.first(), period.last(), matcher.group()), Kind.RELATIVE);
            }
        }
        MarkedQuestion marked = new MarkedQuestion(question, terms.find(question));
        return marked.isEmpty() ? null : find(marked, today);
    }

    private @Nullable DateExpression find(MarkedQuestion question, LocalDate today) {
        for (Expression expression : expressions) {
            MarkedQuestion.Match match = question.find(expression.pattern());
            DateExpression found = match == null || isPartOfName(match)
                    ? null
                    : expression.meaning().of(match, today);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isPartOfName(MarkedQuestion.Match match) {
        return BARE_YEAR.matcher(match.words()).matches()
                && NOUN.matcher(match.rest()).lookingAt();
    }

    private Pattern words(String meaning) {
        return Pattern.compile("\\b" + terms.words().of(meaning) + "\\b", DateWords.FLAGS);
    }

    private List<Lasting> lasting() {
        return List.of(
                new Lasting(
                        pattern("(?:{over}\\s+)?(?:the\\s+)?{rolling}\\s+(<number>)\\s+(<unit>)(?!\\w|\\s+of\\b)"),
                        1,
                        2),
                // The plural without a number says nothing: "over the past years".
                new Lasting(
                        pattern("(?:{span}\\s+{rolling-one}|{past})\\s+(?!\\w+s\\b)(<unit>)(?!\\w|\\s+of\\b)"), 0, 1));
    }

    private List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        all.addAll(ranges());
        all.addAll(bounds());
        all.add(new Expression(pattern("(?:{on}\\s+)?(<relative>)(?!\\w)"), this::itself));
        all.add(new Expression(pattern("{on}\\s+(<weekday>)"), this::weekend));
        all.add(new Expression(pattern("{in}\\s+(<period>)(?!\\s*[\\d/–-]|\\s+of\\b)"), this::itself));
        all.add(new Expression(pattern("(<adverb>)"), this::itself));
        return all;
    }

    private List<Expression> ranges() {
        String day = "(\\d{1,2})(?:st|nd|rd|th)?";
        return List.of(
                new Expression(pattern("{between}\\s+(<all>)\\s+{and}\\s+(<all>)"), this::range),
                new Expression(pattern("{from}\\s+(<all>)\\s+{to}\\s+(<all>)"), this::range),
                new Expression(
                        pattern("(?:{in}|{from}|{over})\\s+([<day><period>])\\s*[–—-]\\s*([<day><period>])"),
                        this::range),
                new Expression(pattern("{between}\\s+" + day + "\\s+{and}\\s+(<day>)"), this::daysOfOneMonth),
                new Expression(pattern("{from}\\s+" + day + "\\s+{to}\\s+(<day>)"), this::daysOfOneMonth),
                new Expression(
                        pattern("(?:(?:{in}|{from}|{on})\\s+)?" + day + "\\s*[–—-]\\s*(<day>)"), this::daysOfOneMonth));
    }

    private List<Expression> bounds() {
        return List.of(
                bounded(
                        "{since}\\s+(<all>)(?!\\s*(?:{to}\\b|[-–]))",
                        (period, match) -> new DateWindow(period.first(), null, match.words())),
                bounded(
                        "{after}\\s+(<all>)",
                        (period, match) -> new DateWindow(period.last().plusDays(1), null, match.words())),
                bounded(
                        "{before}\\s+(<all>)",
                        (period, match) -> new DateWindow(null, period.first().minusDays(1), match.words())),
                bounded(
                        "{until}\\s+(<all>)",
                        (period, match) -> new DateWindow(
                                null,
                                match.form(1) == DateTerm.Form.PERIOD
                                        ? period.first().minusDays(1)
                                        : period.last(),
                                match.words())),
                bounded("{through}\\s+(<all>)", (period, match) -> new DateWindow(null, period.last(), match.words())));
    }

    /** A pattern in which {@code {name}} stands for a line of the word list and {@code <name>} for terms. */
    private Pattern pattern(String source) {
        String whole = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*)}")
                .matcher(source)
                .replaceAll(name -> Matcher.quoteReplacement(terms.words().of(name.group(1))))
                .replace("<number>", terms.number())
                .replace("<unit>", terms.unit())
                .replace("<all>", ALL);
        for (DateTerm.Form form : DateTerm.Form.values()) {
            whole = whole.replace("<" + form.group() + ">", Character.toString(form.mark()));
        }
        return Pattern.compile("(?<!\\w)" + whole, DateWords.FLAGS);
    }

    private @Nullable DateExpression range(MarkedQuestion.Match match, LocalDate today) {
        String one = match.text(1);
        String other = match.text(2);
        DatePeriod from;
        DatePeriod to;
        if (match.form(2) == DateTerm.Form.RELATIVE || tellTheYear(other)) {
            to = terms.read(other, today);
            from = to == null ? null : terms.readBefore(one, today, to.last());
        } else {
            from = terms.read(one, today);
            to = from == null ? null : terms.readFrom(other, today, from.first());
        }
        if (from == null || to == null) {
            return null;
        }
        boolean inOrder = !from.first().isAfter(to.last());
        DateWindow window =
                new DateWindow(inOrder ? from.first() : to.first(), inOrder ? to.last() : from.last(), match.words());
        return new DateExpression(window, kind(match));
    }

    private @Nullable DateExpression daysOfOneMonth(MarkedQuestion.Match match, LocalDate today) {
        DatePeriod to = terms.read(match.text(2), today);
        int first = Integer.parseInt(match.text(1));
        if (to == null || first == 0 || first > to.last().getDayOfMonth()) {
            return null;
        }
        return new DateExpression(
                new DateWindow(to.last().withDayOfMonth(first), to.last(), match.words()), Kind.CALENDAR);
    }

    private Expression bounded(String source, Bounds bounds) {
        return new Expression(pattern(source), (match, today) -> {
            DatePeriod period = terms.read(match.text(1), today);
            if (period == null) {
                return null;
            }
            DateWindow window = bounds.of(period, match);
            boolean deadline = window.from() == null && !tellTheYear(match.text(1)) && kind(match) != Kind.RELATIVE;
            return new DateExpression(window, deadline ? Kind.RECURRING : kind(match));
        });
    }

    private @Nullable DateExpression itself(MarkedQuestion.Match match, LocalDate today) {
        DatePeriod period = terms.read(match.text(1), today);
        return period == null
                ? null
                : new DateExpression(new DateWindow(period.first(), period.last(), match.words()), kind(match));
    }

    /** A day of the week alone is that of an event. */
    private @Nullable DateExpression weekend(MarkedQuestion.Match match, LocalDate today) {
        DateExpression found = itself(match, today);
        return found == null
                        || Objects.equals(found.window().from(), found.window().to())
                ? null
                : found;
    }

    /** That of the first term. */
    private Kind kind(MarkedQuestion.Match match) {
        String term = match.text(1);
        return switch (match.form(1)) {
            case WEEKDAY -> Kind.RELATIVE;
            case RELATIVE -> terms.isYearsAgo(term) ? Kind.RECURRING : Kind.RELATIVE;
            case DAY -> Kind.CALENDAR;
            case PERIOD, ADVERB -> terms.tellsMonthOrYear(term) ? Kind.CALENDAR : Kind.RECURRING;
        };
    }
}
