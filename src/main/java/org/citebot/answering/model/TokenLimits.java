package org.citebot.answering.model;

/**
 * How many tokens, read and written, may be used.
 *
 * @param question for one question, with all its retries
 * @param askerDay for all questions of one person in a day
 * @param day for all questions of all people in a day
 */
public record TokenLimits(long question, long askerDay, long day) {

    public TokenLimits {
        if (question < 1 || askerDay < 1 || day < 1) {
            throw new IllegalArgumentException("A limit of tokens is at least 1");
        }
    }
}
