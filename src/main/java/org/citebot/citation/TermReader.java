package org.citebot.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.citation.Term.Kind;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.language.Word;
import org.citebot.language.WordLists;

/** Reads the names, numbers and words of a sentence that carry its meaning, and what of it is denied or doubted. */
final class TermReader {

    /** How many terms a "not" or a "may" reaches, unless the clause ends before. */
    private static final int REACH = 4;

    private static final Pattern CLAUSE_END = Pattern.compile("[;:.!?]|\\bbut\\b|—");
    private static final Pattern ISO_DATE = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern NOT_ONLY = Pattern.compile("(?i)\\bnot (?=only\\b)");
    private static final Pattern CURRENCY = Pattern.compile("[$€£₽₴]");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /** Function words that are names too. */
    private static final Set<String> NAMES = Set.of("may", "will");

    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,}");

    private final Set<String> functionWords = WordLists.words(TermReader.class, "function-words.txt");
    private final Set<String> negations = WordLists.words(TermReader.class, "negations.txt");
    private final Set<String> hedges = WordLists.words(TermReader.class, "hedges.txt");

    /** The terms of a text, in order. */
    List<Term> read(String original, Language language) {
        String text = NOT_ONLY.matcher(spelledDates(original)).replaceAll("");
        List<Token> tokens = tokens(text, language);
        List<Term> terms = new ArrayList<>();
        int negated = 0;
        int hedged = 0;
        int end = 0;
        for (Token token : tokens) {
            if (CLAUSE_END.matcher(text.substring(end, token.span().start())).find()) {
                negated = 0;
                hedged = 0;
            }
            end = token.span().end();
            if (token.kind() != null && !isFunctionWord(token)) {
                terms.add(new Term(token.kind(), token.key(), token.span().in(text), negated > 0, hedged > 0));
                negated--;
                hedged--;
            }
            if (isNegation(token.lower())) {
                negated = REACH;
            }
            if (hedges.contains(token.lower()) && !token.capitalInside()) {
                hedged = REACH;
            }
        }
        return terms;
    }

    /** Written with capitals, a function word may be a name: {@code May}, {@code US}, {@code WHO}. */
    private boolean isFunctionWord(Token token) {
        return functionWords.contains(token.lower())
                && !token.abbreviation()
                && !(token.capitalInside() && NAMES.contains(token.lower()));
    }

    /** Whether anything in a text is denied. */
    boolean denies(String text) {
        return Word.of(NOT_ONLY.matcher(text).replaceAll(""), Language.OTHER).stream()
                .anyMatch(word -> isNegation(lower(word.text())));
    }

    private boolean isNegation(String word) {
        return negations.contains(word) || word.endsWith("n't");
    }

    private static List<Token> tokens(String text, Language language) {
        List<Token> tokens = new ArrayList<>();
        List<Quantity> quantities = Quantity.of(text);
        for (Quantity quantity : quantities) {
            tokens.add(new Token(quantity.span(), Kind.NUMBER, quantity.value(), quantity.value(), false, false));
        }
        boolean first = true;
        for (Word word : Word.of(text, language)) {
            boolean counted = quantities.stream().anyMatch(quantity -> overlap(quantity.span(), word.span()));
            if (!counted) {
                Kind kind = word.capital() ? Kind.NAME : Kind.WORD;
                tokens.add(new Token(
                        word.span(),
                        kind,
                        word.stem(),
                        lower(word.text()),
                        word.capital() && !first,
                        ABBREVIATION.matcher(word.text()).matches()));
            }
            first = false;
        }
        Matcher currency = CURRENCY.matcher(text);
        while (currency.find()) {
            tokens.add(new Token(
                    new TextSpan(currency.start(), currency.end()),
                    Kind.WORD,
                    currency(currency.group()),
                    "",
                    false,
                    false));
        }
        tokens.sort(Comparator.comparing(Token::span));
        return tokens;
    }

    private static String currency(String sign) {
        return switch (sign) {
            case "$" -> "dollar";
            case "€" -> "euro";
            case "£" -> "pound";
            case "₽" -> "rubl";
            default -> "hryvnia";
        };
    }

    private static boolean overlap(TextSpan one, TextSpan other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static String spelledDates(String text) {
        return ISO_DATE.matcher(text).replaceAll(date -> {
            int month = Integer.parseInt(date.group(2));
            return month < 1 || month > MONTHS.size()
                    ? Matcher.quoteReplacement(date.group())
                    : date.group(3) + " " + MONTHS.get(month - 1) + " " + date.group(1);
        });
    }

    /**
     * @param capitalInside whether it begins with a capital without beginning the sentence
     * @param abbreviation whether it is all capitals
     */
    private record Token(
            TextSpan span, Kind kind, String key, String lower, boolean capitalInside, boolean abbreviation) {}
}
