package org.citebot.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citebot.language.WordLists;

/** The words with which people ask who said what: over a document in another language they tell nothing. */
final class AskingWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Set<String> questionWords = WordLists.words(AskingWords.class, "question-words.txt");
    private final Set<String> speechVerbs = WordLists.words(AskingWords.class, "speech-verbs.txt");

    /** Whether it is one of them. */
    boolean contain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return questionWords.contains(lower) || speechVerbs.contains(lower);
    }

    /** Whether a question is about what somebody said, wrote or reported. */
    boolean askAboutSaying(String question) {
        return WORD.matcher(question.toLowerCase(Locale.ROOT))
                .results()
                .anyMatch(word -> speechVerbs.contains(word.group()));
    }

    /**
     * The one of them that somebody meant to write: with two letters swapped back, or, where {@code dropping}, with a
     * missing letter; empty if it is none, or could be several.
     */
    Optional<String> like(String word, boolean dropping) {
        List<String> meant = Stream.concat(questionWords.stream(), speechVerbs.stream())
                .filter(candidate -> isSwapped(word, candidate) || (dropping && isDropped(word, candidate)))
                .distinct()
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static boolean isSwapped(String word, String meant) {
        int at = mismatch(word, meant);
        return word.length() == meant.length()
                && at + 1 < word.length()
                && word.charAt(at) == meant.charAt(at + 1)
                && word.charAt(at + 1) == meant.charAt(at)
                && word.substring(at + 2).equals(meant.substring(at + 2));
    }

    private static boolean isDropped(String word, String meant) {
        int at = mismatch(word, meant);
        return word.length() + 1 == meant.length() && word.substring(at).equals(meant.substring(at + 1));
    }

    /** How long the common beginning is. */
    private static int mismatch(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
