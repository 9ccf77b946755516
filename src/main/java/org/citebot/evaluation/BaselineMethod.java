package org.citebot.evaluation;

import org.citebot.retrieval.RankingMethod;
import org.jspecify.annotations.Nullable;

/** A plain method of ranking documents, which Citebot's own is measured against. */
public enum BaselineMethod {
    /** BM25 over whole documents with stock parts: the plainest search that there is. */
    PLAIN_BM25(null),
    /** The words' part of Citebot's own search by itself. */
    WORDS(RankingMethod.WORDS),
    /** The vectors by themselves. */
    VECTORS(RankingMethod.VECTORS),
    /** Citebot's words and the vectors as equals, by the sum of their reciprocal ranks. */
    RECIPROCAL_RANKS(RankingMethod.RECIPROCAL_RANKS);

    private final @Nullable RankingMethod method;

    BaselineMethod(@Nullable RankingMethod method) {
        this.method = method;
    }

    /** How Citebot's own index ranks by it; null if it does not. */
    @Nullable
    RankingMethod method() {
        return method;
    }
}
