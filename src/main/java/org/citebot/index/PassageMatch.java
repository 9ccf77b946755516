package org.citebot.index;

import org.citebot.corpus.PassageId;
import org.jspecify.annotations.Nullable;

/**
 * A passage with both of its scores, whichever search found it.
 *
 * @param words its BM25 score; 0 if it holds no word of the question
 * @param similarity the cosine of its vector and the question's; null if either has none
 */
public record PassageMatch(
        PassageId id, double words, @Nullable Double similarity) {

    /** The same on a scale that other models share. */
    public PassageMatch comparable(PassageVectors vectors) {
        return similarity == null ? this : new PassageMatch(id, words, vectors.comparable(similarity));
    }
}
