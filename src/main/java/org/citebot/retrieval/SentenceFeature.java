package org.citebot.retrieval;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is measured of a sentence as an answer to a question. Shares of the question's words are weighted by how telling
 * each word is. None knows the language, so that weights fitted on one serve the others.
 */
public enum SentenceFeature {
    /** The share of the question's words that it holds; those that only stand around it count half. */
    COVERAGE,
    /** The share in the passage or its title. */
    IN_PASSAGE,
    /** The share in it or the sentence before, to which its pronouns point. */
    IN_BEFORE,
    /** The share of the question's names and numbers that it holds; 1 if there are none. */
    NAMES_IN_SENTENCE,
    /** The same in the passage or its title. */
    NAMES_IN_PASSAGE,
    /** Whether it holds the question's first word, half if only the passage does: "which city" asks for a city. */
    FIRST_WORD,
    /** The same of the last word. */
    LAST_WORD,
    /** The share of neighbouring words of the question that stand near each other in it. */
    PAIRS,
    /** How close together the question's words stand in it. */
    DENSITY,
    /** The share where a word that only begins alike counts in part: "locate" and "location". */
    ALIKE,
    /** The same in the passage or its title. */
    ALIKE_PASSAGE,
    /** Its nearness in meaning; without vectors its coverage. */
    SIMILARITY,
    /** The nearness of the sentence before; its own if there is none. */
    SIMILARITY_BEFORE,
    /** The nearness of the passage; without vectors its share of words. */
    PASSAGE_SIMILARITY,
    /** 1 for the best passage, 1/2 for the next, and so on. */
    PASSAGE_RANK,
    /** Whether there are vectors to compare. */
    HAS_VECTOR,
    /** Whether it holds the kind of thing asked for. */
    HOLDS_TYPE,
    /** How many things of that kind it holds that the question does not name. */
    CANDIDATES,
    /** How near to a word of the question the nearest of these stands. */
    CANDIDATE_NEAR,
    /** How many numbers it holds that the question does not. */
    NEW_NUMBERS,
    /** How many words it holds that the question does not. */
    NEW_WORDS,
    /** Whether the question denies and it does not, nor says the opposite. */
    NEGATION_ASKED,
    /** Whether it denies and the question does not, nor says the opposite. */
    NEGATION_HELD,
    /** Whether it holds the opposite of a word of the question that it lacks, and both deny or neither does. */
    OPPOSITE,
    /** Whether it begins with a pronoun. */
    PRONOUN_START,
    /** How many of the question's names, but for numbers, are neither in it nor around it. */
    NAMES_MISSING,
    /** How many of its years. */
    YEARS_MISSING,
    /** How many of its other numbers. */
    NUMBERS_MISSING,
    /** How telling the most telling word is that is neither in it nor around it. */
    HEAVIEST_MISSING,
    /** Whether it holds another year than the question asks about, or another number. */
    OTHER_NUMBER,
    /** Whether an amount is asked for, and it holds none that the question does not name. */
    AMOUNT_MISSING,
    /** The same of a time; what happened before or after tells one as well. */
    TIME_MISSING,
    /** How near it comes to the word of the question that it is farthest from; of the best sentence alone. */
    WORST_WORD,
    /** How near it comes to the words of the question on average; of the best sentence alone. */
    MEAN_WORD;

    /** Those that rank sentences; the others tell only whether there is an answer at all. */
    public static final Set<SentenceFeature> RANKING =
            Collections.unmodifiableSet(EnumSet.range(COVERAGE, PRONOUN_START));
}
