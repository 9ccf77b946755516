package org.citebot.retrieval;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What tells whether the best sentence answers; all but the first and the last as {@link SentenceFeature} has it. */
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
    YEARS_MISSING,
    NUMBERS_MISSING,
    HEAVIEST_MISSING,
    NEGATION_ASKED,
    NEGATION_HELD,
    OPPOSITE,
    OTHER_NUMBER,
    AMOUNT_MISSING,
    TIME_MISSING,
    WORST_WORD,
    MEAN_WORD,
    /** The nearness in meaning of the nearest sentence, which need not be the best. */
    BEST_SIMILARITY;

    /** Those that only a model tells that compares words. */
    public static final Set<ConfidenceFeature> OF_COMPARISON =
            Collections.unmodifiableSet(EnumSet.of(WORST_WORD, MEAN_WORD));
}
