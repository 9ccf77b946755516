package org.citebot.retrieval;

import java.util.Set;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a passage found, as an answer to the question.
 *
 * @param span its place in the stored text
 * @param score how well it answers, 0 to 1
 * @param coverage the share of the question's words, by how telling they are, that it holds; those that only stand
 *     around it count less
 * @param similarity dot product of its vector with the question's, -1 to 1; null where one of them is missing
 * @param missingNames the question's names and numbers that are neither in it nor around it
 * @param terms its analysed words
 */
public record RankedSentence(
        RankedPassage passage,
        TextSpan span,
        double score,
        double coverage,
        @Nullable Double similarity,
        Set<String> missingNames,
        Set<String> terms) {

    public RankedSentence {
        missingNames = Set.copyOf(missingNames);
        terms = Set.copyOf(terms);
    }

    /** The stored characters of the sentence. */
    public String text() {
        return span.in(passage.version().text());
    }
}
