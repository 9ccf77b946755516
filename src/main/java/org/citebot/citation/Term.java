package org.citebot.citation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a sentence says and its proof has to say too.
 *
 * @param key equal where two texts say the same: a stem, or a number written plainly
 * @param shown as it stands in the text
 * @param clause the number of its clause in the text, from 0
 * @param under what it stands in the reach of, each with the key of the word that reaches it, empty for a small word
 * @param before the small words between it and the term before, in lower case
 * @param after the small words behind it, up to the next term or comma
 * @param verb whether it looks like a verb: it has the form of a past tense, or an auxiliary before it
 * @param passive whether that is a form of "be", or "by" follows
 */
record Term(
        Kind kind,
        String key,
        String shown,
        int clause,
        Map<Operator, String> under,
        List<String> before,
        List<String> after,
        boolean verb,
        boolean passive) {

    enum Kind {
        NAME,
        NUMBER,
        WORD
    }

    Term {
        under = Map.copyOf(under);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isUnder(Operator operator) {
        return under.containsKey(operator);
    }

    /** The key of the word in whose reach it stands, empty for a small word; null if there is none. */
    @Nullable
    String by(Operator operator) {
        return under.get(operator);
    }

    /** The same, now that what follows it is known. */
    Term with(List<String> behind, boolean agent) {
        return new Term(kind, key, shown, clause, under, before, behind, verb, passive || (verb && agent));
    }

    Term inClause(int other) {
        return new Term(kind, key, shown, other, under, before, after, verb, passive);
    }
}
