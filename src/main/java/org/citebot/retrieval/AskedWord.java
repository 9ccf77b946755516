package org.citebot.retrieval;

import java.util.Set;

/**
 * A word of a question as it is looked for in the sentences of documents of one language.
 *
 * @param text what to call it
 * @param terms any of which is the same word
 * @param keys any of which is the same name, or the same borrowed word, in another spelling
 * @param beginnings of phonetic keys, any of which may be a word of the same root
 * @param weight how telling it is
 * @param name whether an answer must not lack it
 */
record AskedWord(
        String text, Set<String> terms, Set<String> keys, Set<String> beginnings, double weight, boolean name) {

    /** What a word of the same root is worth. */
    private static final double SAME_ROOT = 0.5;

    /** How far some words hold it: 1 if they do, 0 if not. */
    double heldBy(TextWords words) {
        if (anyIn(words.terms(), terms) || anyIn(words.keys(), keys)) {
            return 1;
        }
        return anyIn(words.keys(), beginnings) ? SAME_ROOT : 0;
    }

    /** Asks for the few one after the other, where to look at them as two sets may go through the many. */
    private static boolean anyIn(Set<String> many, Set<String> few) {
        for (String one : few) {
            if (many.contains(one)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the spelling of other languages has to be looked at. */
    boolean hasKeys() {
        return !keys.isEmpty() || !beginnings.isEmpty();
    }

    /** Whether it is a number, which other words only resemble; "F-16" is a name. */
    boolean isNumber() {
        return Character.isDigit(text.codePointAt(0));
    }
}
