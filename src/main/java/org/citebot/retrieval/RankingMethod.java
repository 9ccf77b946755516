package org.citebot.retrieval;

/** How passages are put in order. Answers use {@link #FUSED}; the others are what it is measured against. */
public enum RankingMethod {
    /** Words and meaning, weighted. */
    FUSED,
    /** BM25 by itself. */
    WORDS,
    /** The vectors by themselves. */
    VECTORS,
    /** Words and meaning as equals, by the sum of their reciprocal ranks. */
    RECIPROCAL_RANKS
}
