package org.citebot.citation;

/**
 * Something that a sentence says and its proof has to say too.
 *
 * @param key equal where two texts say the same: a stem, or a number written plainly
 * @param shown as it stands in the text
 * @param negated whether it stands in the reach of a "not"
 * @param hedged whether it stands in the reach of a "may"
 */
record Term(Kind kind, String key, String shown, boolean negated, boolean hedged) {

    enum Kind {
        NAME,
        NUMBER,
        WORD
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
