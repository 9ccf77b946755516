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
 * @param reported whether the text by itself does not show that it is reported speech
 * @param statement what is known of it, and when it was said
 * @param chain who passed it on, nearest first, to the outlet that has it
 * @param inferred from which words it was inferred who spoke; null if it is said in so many words
 * @param citation the number of the citation that proves it
 * @param copies the numbers of citations of other documents that have the same statement
 */
public record SaidLine(
        String speaker,
        String words,
        String text,
        boolean reported,
        Statement statement,
        List<String> chain,
        @Nullable Inferred inferred,
        int citation,
        List<Integer> copies) {

    public SaidLine {
        chain = List.copyOf(chain);
        copies = List.copyOf(copies);
        if (words.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A statement has words");
        }
    }

    /** When it was said, as far as it is known: a day, month or year in ISO 8601; null if the source does not tell. */
    public @Nullable String said() {
        return SaidWhen.iso(statement.said());
    }
}
