package org.citebot.retrieval;

/**
 * A word of a question that carries meaning.
 *
 * @param word as it was written
 * @param name whether it looks like part of a name, or is a number: such a word an answer must not lack
 */
public record QuestionTerm(String word, boolean name) {}
