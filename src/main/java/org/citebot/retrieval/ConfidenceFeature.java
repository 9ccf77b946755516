package org.citebot.retrieval;

/** What tells whether the best sentence answers; all but the last as {@link SentenceFeature} has it. */
public enum ConfidenceFeature {
    /** Always 1: its weight is what is thought of a question of which nothing else is known. */
    ALWAYS,
    COVERAGE,
    ALIKE,
    IN_PASSAGE,
    SIMILARITY,
    PASSAGE_SIMILARITY,
    HAS_VECTOR,
    PAIRS,
    NAMES_MISSING,
    NUMBERS_MISSING,
    HEAVIEST_MISSING,
    NEGATION_ASKED,
    NEGATION_HELD,
    OPPOSITE,
    /** The nearness in meaning of the nearest sentence, which need not be the best. */
    BEST_SIMILARITY
}
