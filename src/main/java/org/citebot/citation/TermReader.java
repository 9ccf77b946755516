package org.citebot.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.citation.Term.Kind;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.language.Word;
import org.citebot.language.WordLists;
import org.jspecify.annotations.Nullable;

/** Reads the names, numbers and words of a sentence that carry its meaning, and what of it is denied or doubted. */
final class TermReader {

    /** How many terms a "not" or a "may" reaches, unless the clause ends before. */
    private static final int REACH = 5;

    private static final int LONGEST_PHRASE = 3;

    private static final Pattern ISO_DATE = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern NOT_ONLY = Pattern.compile("(?i)\\bnot (?=only\\b)");
    private static final Pattern CURRENCY = Pattern.compile("[$€£₽₴]");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:to|and|or|-|–)\\s*");
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
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");
    private static final Set<String> AUXILIARIES = Set.of(
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "has",
            "have",
            "had",
            "will",
            "would",
            "may",
            "might",
            "could",
            "can",
            "should",
            "must",
            "shall",
            "did",
            "does",
            "do",
            "didn't",
            "won't",
            "wouldn't",
            "cannot");
    private static final Set<String> REACH_ENDS = Set.of("after", "before", "until", "since", "when");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");

    /** Function words that are names too. */
    private static final Set<String> NAMES = Set.of("may", "will");

    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,}");

    private final Lexicon lexicon;
    private final Set<String> functionWords = WordLists.words(TermReader.class, "function-words.txt");
    private final Map<String, Operator> operators = new HashMap<>();
    private final Map<String, Operator> phraseOperators = new HashMap<>();

    TermReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (Operator operator : Operator.values()) {
            for (String word : WordLists.words(TermReader.class, operator.list())) {
                if (word.contains("_")) {
                    phraseOperators.put(lexicon.entry(word), operator);
                } else {
                    operators.put(word, operator);
                }
            }
        }
    }

    /** The terms of a text, in order. */
    List<Term> read(String original, Language language) {
        String text = NOT_ONLY.matcher(spelledDates(original)).replaceAll("");
        List<Token> tokens = phrases(tokens(text, language));
        Clauses clauses = new Clauses(text, tokens, i -> isVerb(tokens, i), i -> isFunctionWord(tokens.get(i)));
        return new Reading(text, clauses).terms(tokens);
    }

    private boolean isVerb(List<Token> tokens, int index) {
        return tokens.get(index).kind() == Kind.WORD
                && (lexicon.isPast(tokens.get(index).lower())
                        || (index > 0
                                && AUXILIARIES.contains(tokens.get(index - 1).lower())));
    }

    /** What has been read of a text so far. */
    private final class Reading {

        private final String text;
        private final Clauses clauses;
        private final List<Term> terms = new ArrayList<>();
        private final Map<Operator, Integer> reach = new EnumMap<>(Operator.class);
        private final Map<Operator, String> by = new EnumMap<>(Operator.class);
        private final List<String> small = new ArrayList<>();
        private int end;
        private int clause;
        private boolean behind;

        Reading(String text, Clauses clauses) {
            this.text = text;
            this.clauses = clauses;
        }

        List<Term> terms(List<Token> tokens) {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                endReach(token, clauses.of(i));
                if (isFunctionWord(token)) {
                    small.add(token.lower());
                } else {
                    endTerm(token.kind() != Kind.NUMBER);
                    terms.add(term(token, clauses.of(i)));
                    small.clear();
                    behind = false;
                }
                beginReach(token);
                end = Math.max(end, token.span().end());
                clause = clauses.of(i);
            }
            endTerm(false);
            return terms;
        }

        private void endTerm(boolean agentMayFollow) {
            if (!terms.isEmpty() && !behind) {
                terms.set(terms.size() - 1, terms.getLast().with(small, agentMayFollow && small.contains("by")));
                behind = true;
            }
        }

        private void endReach(Token token, int next) {
            boolean comma = text.substring(
                            Math.min(end, token.span().start()), token.span().start())
                    .contains(",");
            if (REACH_ENDS.contains(token.lower())) {
                reach.clear();
            }
            if (next != clause || comma) {
                endTerm(false);
                small.removeIf(word -> !AUXILIARIES.contains(word));
                small.add(",");
                // "did not, however, say": what has not reached anything yet goes on.
                reach.values().removeIf(left -> next != clause || left < REACH);
            }
        }

        private Term term(Token token, int in) {
            Map<Operator, String> under = new EnumMap<>(Operator.class);
            reach.replaceAll((operator, left) -> left - 1);
            reach.values().removeIf(left -> left < 0);
            reach.keySet().forEach(operator -> under.put(operator, by.getOrDefault(operator, "")));
            boolean past = lexicon.isPast(token.lower());
            return new Term(
                    token.kind(),
                    token.key(),
                    token.span().in(text),
                    in,
                    under,
                    small,
                    List.of(),
                    token.kind() == Kind.WORD && (past || small.stream().anyMatch(AUXILIARIES::contains)),
                    past && small.stream().anyMatch(BE::contains));
        }

        private void beginReach(Token token) {
            Operator operator = operatorOf(token);
            if (operator != null && !token.capitalInside()) {
                reach.put(operator, REACH);
                by.put(operator, isFunctionWord(token) ? "" : token.key());
            }
        }
    }

    private @Nullable Operator operatorOf(Token token) {
        if (token.key().contains("_")) {
            return phraseOperators.get(token.key());
        }
        return token.lower().endsWith("n't") ? Operator.DENIED : operators.get(token.lower());
    }

    /** Written with capitals, a function word may be a name: {@code May}, {@code US}, {@code WHO}. */
    private boolean isFunctionWord(Token token) {
        return (functionWords.contains(token.lower()) || token.lower().endsWith("n't"))
                && !(token.key().contains("_") && lexicon.isKnown(token.key()))
                && !token.abbreviation()
                && !(token.capitalInside() && NAMES.contains(token.lower()));
    }

    /** Joins the words of phrases that the lexicon knows. */
    private List<Token> phrases(List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            int length = 1;
            StringBuilder key = new StringBuilder(token.key());
            Token phrase = token;
            for (int next = i + 1; next < Math.min(tokens.size(), i + LONGEST_PHRASE); next++) {
                key.append('_').append(tokens.get(next).key());
                if (lexicon.isPhrase(key.toString())) {
                    length = next - i + 1;
                    TextSpan span = new TextSpan(
                            token.span().start(), tokens.get(next).span().end());
                    phrase = new Token(span, token.kind(), key.toString(), token.lower(), token.capitalInside(), false);
                }
            }
            joined.add(phrase);
            i += length;
        }
        return joined;
    }

    private List<Token> tokens(String text, Language language) {
        List<Token> tokens = new ArrayList<>();
        List<Quantity> quantities = Quantity.of(text);
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            String value = quantity.value() + (isPartOfPercentRange(text, quantities, i) ? "%" : "");
            tokens.add(new Token(quantity.span(), Kind.NUMBER, value, value, false, false));
        }
        boolean first = true;
        for (Word word : Word.of(text, language)) {
            boolean counted = quantities.stream().anyMatch(quantity -> overlap(quantity.span(), word.span()));
            if (!counted) {
                tokens.add(token(word, first));
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
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).lower().isEmpty() && tokens.get(i + 1).kind() == Kind.NUMBER) {
                // "$5" is read as "5 dollars".
                Collections.swap(tokens, i, i + 1);
                i++;
            }
        }
        return tokens;
    }

    private Token token(Word word, boolean first) {
        String lower = lower(word.text());
        int ordinal = ORDINALS.indexOf(lower);
        boolean abbreviation = ABBREVIATION.matcher(word.text()).matches();
        String key = lexicon.base(word.stem());
        if (ordinal >= 0) {
            return new Token(word.span(), Kind.NUMBER, (ordinal + 1) + ".", lower, false, false);
        }
        boolean common = first && !abbreviation && lexicon.isKnown(key);
        Kind kind = word.capital() && !common ? Kind.NAME : Kind.WORD;
        return new Token(word.span(), kind, key, lower, word.capital() && !first, abbreviation);
    }

    /** In "from 5 to 6 percent" both are percentages. */
    private static boolean isPartOfPercentRange(String text, List<Quantity> quantities, int index) {
        if (index + 1 >= quantities.size() || quantities.get(index).value().endsWith("%")) {
            return false;
        }
        Quantity next = quantities.get(index + 1);
        return next.value().endsWith("%")
                && RANGE.matcher(text.substring(
                                quantities.get(index).span().end(), next.span().start()))
                        .matches();
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
    record Token(TextSpan span, Kind kind, String key, String lower, boolean capitalInside, boolean abbreviation) {}
}
