package org.citebot.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name under which texts mention what a document is about: its title without what stands in brackets, in lower case,
 * its words parted by single spaces. Headlines are too long to be mentioned, so they are no names.
 */
final class DocumentName {

    private static final int MOST_WORDS = 6;
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private DocumentName() {}

    /** Null if a title is no name. */
    static @Nullable String of(String title) {
        List<String> words = words(BRACKETS.matcher(title).replaceAll(" "));
        return words.isEmpty() || words.size() > MOST_WORDS ? null : joined(words);
    }

    /** All that may be names in a text: each run of words that begins with a capital or, if it is longer, a digit. */
    static Set<String> in(String text) {
        List<String> words = words(text);
        Set<String> names = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            int first = words.get(from).codePointAt(0);
            int shortest = Character.isUpperCase(first) ? 1 : Character.isDigit(first) ? 2 : MOST_WORDS + 1;
            for (int count = shortest; count <= Math.min(MOST_WORDS, words.size() - from); count++) {
                names.add(joined(words.subList(from, from + count)));
            }
        }
        return names;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String joined(List<String> words) {
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }
}
