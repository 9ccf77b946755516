package org.citebot.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.citebot.citation.Term.Kind;

/**
 * A sentence of the evidence, and which of its terms say what those of a claim say.
 *
 * @param matches for each term of the claim the places, in order, of the terms that say the same
 */
record Proof(List<Term> terms, List<List<Integer>> matches) {

    private static final int SHORTEST_DEMONYM_BASE = 4;
    private static final int SHORTEST_LONG_DEMONYM_BASE = 6;

    /** Compares. */
    static Proof of(Lexicon lexicon, List<Term> claim, List<Term> terms) {
        Map<String, List<Integer>> told = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            for (String sign : lexicon.told(terms.get(i))) {
                told.computeIfAbsent(sign, key -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> matches = claim.stream()
                .map(term -> matches(term, lexicon.asked(term), terms, told))
                .toList();
        return new Proof(terms, matches);
    }

    private static List<Integer> matches(
            Term term, Set<String> asked, List<Term> terms, Map<String, List<Integer>> told) {
        Set<Integer> found = new TreeSet<>();
        for (String sign : asked) {
            for (int place : told.getOrDefault(sign, List.of())) {
                // A family of words is no family of names.
                if (!Lexicon.isRoot(sign)
                        || !term.is(Kind.NAME)
                        || !terms.get(place).is(Kind.NAME)) {
                    found.add(place);
                }
            }
        }
        if (term.is(Kind.NAME)) {
            IntStream.range(0, terms.size())
                    .filter(i -> areKin(term.key(), terms.get(i).key()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** Whether it holds a term of the claim in the claim's own word, or in another form of it. */
    boolean holdsWord(Term term, int index) {
        return matches.get(index).stream()
                .anyMatch(place -> terms.get(place).key().equals(term.key()));
    }

    boolean holds(int index) {
        return !matches.get(index).isEmpty();
    }

    /** A country and its people: Belarus and Belarusian, Russia and Russian. */
    private static boolean areKin(String one, String other) {
        String base = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        if (base.length() < SHORTEST_DEMONYM_BASE || !longer.startsWith(base)) {
            return false;
        }
        String ending = longer.substring(base.length());
        return ending.equals("n")
                || ending.equals("an")
                || (ending.equals("ian") && base.length() >= SHORTEST_LONG_DEMONYM_BASE);
    }
}
