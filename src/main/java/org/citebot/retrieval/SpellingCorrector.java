package org.citebot.retrieval;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.index.PassageIndex;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what is misspelt in a question: words that no passage holds. Letters that changed places, one too many and
 * one too few are slips of the hand; another letter makes another word, and is left. A word of asking is known by its
 * slips anywhere where letters changed places, and as the first word with a letter missing too ("wat did …"). For many
 * threads.
 */
final class SpellingCorrector {

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    /** Shorter words have too many neighbours. */
    private static final int SHORTEST = 5;

    private final PassageIndex index;
    private final AskingWords askingWords;

    SpellingCorrector(PassageIndex index, AskingWords askingWords) {
        this.index = index;
        this.askingWords = askingWords;
    }

    /** The question with its slips put right, each by the word or stem that the passages hold; null if there are none. */
    @Nullable
    String correct(String question, Language language) {
        Matcher words = WORD.matcher(question);
        StringBuilder corrected = new StringBuilder();
        boolean any = false;
        while (words.find()) {
            String word = words.group();
            Optional<String> right =
                    index.knows(word, language) ? Optional.empty() : correction(word, words.start() == 0, language);
            any |= right.isPresent();
            words.appendReplacement(corrected, Matcher.quoteReplacement(right.orElse(word)));
        }
        return any ? words.appendTail(corrected).toString() : null;
    }

    private Optional<String> correction(String word, boolean first, Language language) {
        String lower = word.toLowerCase(Locale.ROOT);
        return askingWords
                .like(lower, first)
                .or(() -> word.length() < SHORTEST ? Optional.empty() : index.neighbour(word, language));
    }
}
