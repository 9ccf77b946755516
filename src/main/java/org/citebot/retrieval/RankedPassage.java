package org.citebot.retrieval;

import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;

/**
 * A passage found for a question.
 *
 * @param score of the fused ranking, 0 to 1; the higher the better
 * @param words its part of the score by words, 0 to 1
 * @param meaning its part by vectors, 0 to 1
 */
public record RankedPassage(DocumentVersion version, Passage passage, double score, double words, double meaning) {

    /** The stored text of the passage. */
    public String text() {
        return passage.span().in(version.text());
    }
}
