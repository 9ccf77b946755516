package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.citebot.language.Language;
import org.citebot.retrieval.AnswerTypeWords.Kind;

/**
 * The numbers of one sentence that tell how many or how much. The number of a day, of a year, of an hour, of a place in an
 * order or in a name ("F-16") tells which, and is none. A number of four digits such as 2020 is that of a year unless
 * something counted follows.
 */
final class Amounts {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<which>\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}|\\p{Nd}{1,2}[./]\\p{Nd}{1,2}[./]\\p{Nd}{2,4}\
            |\\p{Nd}{1,2}:\\p{Nd}{2}|\\p{Nd}{1,2}\\s?(?:[ap]\\.\\s?m\\.|[ap]m\\b|o['’]clock)\
            |\\p{L}[\\p{L}\\p{M}]*-?\\p{Nd}[\\p{Nd}\\p{L}]*)\
            |(?<number>\\p{Nd}{1,3}(?:[,.'’\\u00A0\\u202F]\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+(?:[.,]\\p{Nd}+)?)\
            |(?<word>per cent\\b|[\\p{L}\\p{M}]+(?:['’ʼ][\\p{L}\\p{M}]+)*|%)\
            |(?<currency>\\p{Sc})""");

    private static final Pattern YEAR = Pattern.compile("1\\p{Nd}{3}|20\\p{Nd}{2}");
    private static final int DAYS_OF_A_MONTH = 31;
    /** Earlier years are named with a word before them. */
    private static final int MODERN = 1900;

    /** A round number is one of a year no oftener than not. */
    private static final int ROUND = 100;

    /** How far behind a number its unit may stand: "thirty very long years". */
    private static final int TO_UNIT = 3;
    /** How far before a time "since" may stand: "since at least the mid-14th century". */
    private static final int TO_SINCE = 5;

    private static final int LONGEST_ARTICLE = 2;
    /** Singular and plural of a noun begin with the same letters. */
    private static final int BEGINNING = 4;

    private final AnswerTypeWords words;
    private final Language language;
    private final List<Token> tokens = new ArrayList<>();

    private enum Form {
        WHICH,
        NUMBER,
        WORD,
        CURRENCY
    }

    /** @param joined whether nothing but a hyphen parts it from the one before */
    private record Token(Form form, String text, boolean joined) {}

    private Amounts(AnswerTypeWords words, Language language) {
        this.words = words;
        this.language = language;
    }

    static Amounts of(String sentence, Language language, AnswerTypeWords words) {
        Amounts amounts = new Amounts(words, language);
        String text = sentence.toLowerCase(Locale.ROOT);
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            String between = text.substring(end, token.start());
            // "Per cent" is a word like "percent".
            amounts.tokens.add(
                    new Token(form(token), token.group().replace(" ", ""), between.isEmpty() || between.equals("-")));
            end = token.end();
        }
        return amounts;
    }

    private static Form form(Matcher token) {
        return Arrays.stream(Form.values())
                .filter(form -> token.group(form.name().toLowerCase(Locale.ROOT)) != null)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether one of them may be what is asked for.
     *
     * @param known the words of the question, in small letters: a number among them is not what it asks for
     */
    boolean tell(AskedAmount asked, Set<String> known) {
        return IntStream.range(0, tokens.size())
                .filter(at -> !known.contains(tokens.get(at).text))
                .anyMatch(at -> switch (asked) {
                    case COUNT -> isAmount(at) || isOneOf(at, known);
                    case MEASURE -> isAmount(at) && !isShare(at);
                    case MONEY -> isAmount(at) && isMoney(at);
                    case DURATION -> isDuration(at) || isBound(at);
                    case LENGTH -> isDuration(at) || isBound(at) || isMeasured(at, Kind.LENGTH_UNIT);
                    case FREQUENCY -> isAmount(at) || is(at, Kind.OFTEN);
                });
    }

    private boolean isAmount(int at) {
        return switch (tokens.get(at).form) {
            case NUMBER -> !isOrdinal(at) && !isDay(at) && !isYear(at);
            case WORD -> is(at, Kind.NUMBER) || isOne(at);
            case WHICH, CURRENCY -> false;
        };
    }

    private boolean isShare(int at) {
        return is(at, Kind.SHARE) || is(at + 1, Kind.SHARE);
    }

    private boolean isOne(int at) {
        return is(at, Kind.ONE)
                && (is(at + 1, Kind.TIME_UNIT)
                        || is(at + 1, Kind.MAGNITUDE)
                        || is(at + 1, Kind.MONEY)
                        || is(at + 1, Kind.PART));
    }

    /** "One member", where members are asked for; "a member" counts none. */
    private boolean isOneOf(int at, Set<String> asked) {
        return is(at, Kind.ONE)
                && tokens.get(at).text.length() > LONGEST_ARTICLE
                && at + 1 < tokens.size()
                && tokens.get(at + 1).text.length() >= BEGINNING
                && asked.stream()
                        .anyMatch(word -> word.length() >= BEGINNING
                                && word.startsWith(tokens.get(at + 1).text.substring(0, BEGINNING)));
    }

    private boolean isMoney(int at) {
        return isCurrency(at - 1)
                || is(at, Kind.MAGNITUDE)
                || is(at + 1, Kind.MAGNITUDE)
                || isMeasured(at, Kind.MONEY)
                || IntStream.rangeClosed(at + 1, at + TO_UNIT).anyMatch(this::isCurrency);
    }

    private boolean isDuration(int at) {
        return is(at, Kind.DURATION) || isMeasured(at, Kind.TIME_UNIT);
    }

    /** Whether it is an amount with a unit of a kind behind it. */
    private boolean isMeasured(int at, Kind unit) {
        return isAmount(at) && IntStream.rangeClosed(at + 1, at + TO_UNIT).anyMatch(near -> is(near, unit));
    }

    /** "Since 1994" tells how long, "until the 19th century" too. */
    private boolean isBound(int at) {
        Form form = tokens.get(at).form;
        return (form == Form.WHICH || (form == Form.NUMBER && tellsATime(at)))
                && IntStream.rangeClosed(at - TO_SINCE, at - 1).anyMatch(before -> is(before, Kind.SINCE));
    }

    private boolean tellsATime(int at) {
        return isYear(at) || isDay(at) || (isOrdinal(at) && is(at + 2, Kind.TIME_UNIT));
    }

    /** "29th", "21-й". */
    private boolean isOrdinal(int at) {
        return is(at + 1, Kind.ORDINAL) && tokens.get(at + 1).joined;
    }

    private boolean isDay(int at) {
        String number = tokens.get(at).text;
        return number.length() <= 2
                && Integer.parseInt(number) <= DAYS_OF_A_MONTH
                && (is(at - 1, Kind.MONTH) || is(at + 1, Kind.MONTH));
    }

    private boolean isYear(int at) {
        String number = tokens.get(at).text;
        if (!YEAR.matcher(number).matches() || isCurrency(at - 1)) {
            return false;
        }
        if (is(at + 1, Kind.YEAR)) {
            return true;
        }
        if (is(at + 1, Kind.TIME_UNIT) || is(at + 1, Kind.MAGNITUDE) || is(at + 1, Kind.MONEY) || isCurrency(at + 1)) {
            return false;
        }
        int value = Integer.parseInt(number);
        return (value >= MODERN && value % ROUND != 0) || is(at - 1, Kind.BEFORE_YEAR) || is(at - 1, Kind.MONTH);
    }

    private boolean isCurrency(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).form == Form.CURRENCY;
    }

    private boolean is(int at, Kind kind) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).form == Form.WORD
                && words.hold(language, kind, tokens.get(at).text);
    }
}
