package org.citebot.retrieval;

/**
 * A word of a question as it is compared with documents of one language.
 *
 * @param text as it is indexed
 * @param weight how telling it is: its inverse document frequency
 * @param name whether it is part of a name, or a number
 */
record WeightedTerm(String text, double weight, boolean name) {

    boolean isNumber() {
        return text.chars().anyMatch(Character::isDigit);
    }
}
