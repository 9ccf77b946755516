package org.citebot.retrieval;

import java.util.HashSet;
import java.util.Set;

/**
 * The words of a piece of a document.
 *
 * @param terms as its language stems them
 * @param keys their phonetic keys and the beginnings of these; empty where nobody asks for them
 */
record TextWords(Set<String> terms, Set<String> keys) {

    /** The words of both. */
    TextWords with(TextWords other) {
        Set<String> allTerms = new HashSet<>(terms);
        allTerms.addAll(other.terms);
        Set<String> allKeys = new HashSet<>(keys);
        allKeys.addAll(other.keys);
        return new TextWords(allTerms, allKeys);
    }
}
