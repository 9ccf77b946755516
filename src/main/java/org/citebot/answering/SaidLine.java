package org.citebot.answering;

import java.util.List;
import org.citebot.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One statement as an answer shows it.
 *
 * @param speaker the name of who said it
 * @param words its content, character for character
 * @param text what is shown: the source's own words, quotation marks only where it has them
 * @param statement what is known of it
 * @param said when, as far as it is known: a day, month or year in ISO 8601; null if the source does not tell
 * @param when the same as people write it, with its honesty: "said Monday, probably 29 Jan 2024"; null if there is nothing
 *     to say beside the date of the source
 * @param chain who passed it on, nearest first, to the outlet that has it
 * @param inferred from which words it was inferred who spoke; null if it is said in so many words
 * @param citation the number of the citation that proves it
 * @param copies the numbers of citations of other documents that have the same statement
 */
public record SaidLine(
        String speaker,
        String words,
        String text,
        Statement statement,
        @Nullable String said,
        @Nullable String when,
        List<String> chain,
        @Nullable String inferred,
        int citation,
        List<Integer> copies) {

    public SaidLine {
        chain = List.copyOf(chain);
        copies = List.copyOf(copies);
        if (words.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A statement has words");
        }
    }
}
