package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.language.Word;

/**
 * The tokens of a text as SQuAD compares them: lower case, without punctuation and English articles (Rajpurkar et al.,
 * EMNLP 2016). Punctuation beyond ASCII, which SQuAD does not know, parts tokens instead, but for the apostrophe. Of
 * Russian, Ukrainian and Belarusian, where an answer stands in any case, words are compared by their stems.
 *
 * @param tokens in order
 */
record NormalizedText(List<String> tokens) {

    private static final Pattern REMOVED = Pattern.compile("[\\p{Punct}’ʼ]");
    private static final Pattern SEPARATOR = Pattern.compile("[\\p{P}\\s\\p{Z}]+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}\\p{Mn}]*");
    private static final List<String> ARTICLES = List.of("a", "an", "the");

    NormalizedText {
        tokens = List.copyOf(tokens);
    }

    static NormalizedText of(String text, Language language) {
        String plain = REMOVED.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        List<String> tokens = new ArrayList<>();
        for (String token : SEPARATOR.split(plain, -1)) {
            if (!token.isEmpty() && !ARTICLES.contains(token)) {
                tokens.add(stem(token, language));
            }
        }
        return new NormalizedText(tokens);
    }

    /** Whether the tokens of a part stand here in a row; false for a part without tokens. */
    boolean contains(NormalizedText part) {
        if (part.tokens.isEmpty()) {
            return false;
        }
        for (int from = 0; from + part.tokens.size() <= tokens.size(); from++) {
            if (tokens.subList(from, from + part.tokens.size()).equals(part.tokens)) {
                return true;
            }
        }
        return false;
    }

    /** The harmonic mean of the shares of tokens that two texts have in common, 0 to 1. */
    double f1(NormalizedText other) {
        Map<String, Integer> left = new HashMap<>();
        tokens.forEach(token -> left.merge(token, 1, Integer::sum));
        int common = 0;
        for (String token : other.tokens) {
            if (left.merge(token, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return common == 0 ? 0 : 2.0 * common / (tokens.size() + other.tokens.size());
    }

    private static String stem(String token, Language language) {
        return switch (language) {
            case RUSSIAN, UKRAINIAN, BELARUSIAN ->
                LETTERS.matcher(token).matches()
                        ? Word.of(token, language).getFirst().stem()
                        : token;
            case ENGLISH, POLISH, OTHER -> token;
        };
    }
}
