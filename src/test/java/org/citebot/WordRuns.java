package org.citebot;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds stretches of words that a text shares with a source; case, punctuation and line breaks do not matter. */
final class WordRuns {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Line breaks and tabs inside a string literal: without this their letter would stand between two words. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\[nrt]");

    private final int length;
    private final Set<List<String>> runs;

    /** Looks for runs of {@code length} words of {@code source}. */
    WordRuns(String source, int length) {
        this.length = length;
        List<String> words = words(source);
        this.runs = new HashSet<>();
        for (int start = 0; start + length <= words.size(); start++) {
            runs.add(words.subList(start, start + length));
        }
    }

    /** The first run of {@code text} that stands in the source too. */
    Optional<String> firstShared(String text) {
        List<String> words = words(text);
        for (int start = 0; start + length <= words.size(); start++) {
            List<String> run = words.subList(start, start + length);
            if (runs.contains(run)) {
                return Optional.of(String.join(" ", run));
            }
        }
        return Optional.empty();
    }

    /** The words of a text in order, in lower case. "Kyiv's" counts as two, so no apostrophe makes a run shorter. */
    static List<String> words(String text) {
        String folded = ESCAPE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        return WORD.matcher(folded).results().map(MatchResult::group).toList();
    }
}
