package org.citebot.answering;

import java.util.List;
import org.citebot.citation.Citation;

/**
 * One sentence of an answer.
 *
 * @param text what is said, without markers; of an extractive answer the quote itself
 * @param citations the numbers of the citations that prove it, in the order they are shown; never empty
 */
public record AnswerSentence(String text, List<Integer> citations) {

    public AnswerSentence {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("A sentence without a citation is not said");
        }
    }

    /** A sentence that is its own proof. */
    static AnswerSentence quoting(Citation citation) {
        return new AnswerSentence(citation.quote(), List.of(citation.number()));
    }
}
