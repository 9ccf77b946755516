package org.citebot.retrieval;

import java.util.List;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;

/**
 * A passage found for a question.
 *
 * @param score of the fused ranking, 0 to 1; the higher the better
 * @param words its part of the score by words, 0 to 1
 * @param meaning its part by vectors, 0 to 1
 * @param copies the other documents in which the same stands, of those found; in the order of their ranking
 */
public record RankedPassage(
        DocumentVersion version,
        Passage passage,
        double score,
        double words,
        double meaning,
        List<DocumentVersion> copies) {

    public RankedPassage {
        copies = List.copyOf(copies);
    }

    /** One of which no copy is known. */
    public RankedPassage(DocumentVersion version, Passage passage, double score, double words, double meaning) {
        this(version, passage, score, words, meaning, List.of());
    }

    /** The stored text of the passage. */
    public String text() {
        return passage.span().in(version.text());
    }

    /** The same passage, judged otherwise. */
    RankedPassage judged(double newScore, double newWords, double newMeaning) {
        return new RankedPassage(version, passage, newScore, newWords, newMeaning, copies);
    }

    RankedPassage with(List<DocumentVersion> newCopies) {
        return new RankedPassage(version, passage, score, words, meaning, newCopies);
    }
}
