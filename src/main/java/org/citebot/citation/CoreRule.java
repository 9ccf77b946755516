package org.citebot.citation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.Term.Kind;

/**
 * Each clause of the sentence has one of the evidence as its core, which holds its verbs, holds its subject or refers to
 * it by a pronoun, and names nobody else, and no other number, in its place. Else what one person said would prove what
 * another one did.
 */
final class CoreRule implements Rule {

    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they", "his", "its", "their", "her");

    @Override
    public Optional<Unsupported> objection(Alignment alignment) {
        for (int clause : alignment.clauses()) {
            List<Integer> terms = alignment.clause(clause);
            Optional<Integer> core = alignment.core(clause);
            if (core.isPresent() && isForeign(alignment, terms, core.get())) {
                return alignment.against(Reason.ROLES, "said of others there");
            }
        }
        return Optional.empty();
    }

    private static boolean isForeign(Alignment alignment, List<Integer> terms, int core) {
        return hasOther(alignment, terms, core, Kind.NAME)
                || hasOther(alignment, terms, core, Kind.NUMBER)
                || lacksVerb(alignment, terms, core)
                || lacksSubject(alignment, terms, core);
    }

    /** Whether the core lacks a name or number of the clause and has one that the sentence has not. */
    private static boolean hasOther(Alignment alignment, List<Integer> terms, int core, Kind kind) {
        Set<Integer> claimed = new HashSet<>();
        alignment.terms().forEach(i -> claimed.addAll(alignment.places(i)));
        boolean lacks = terms.stream().anyMatch(i -> alignment.claim().get(i).is(kind) && !alignment.has(i, core));
        return lacks
                && IntStream.range(0, alignment.evidence().size())
                        .anyMatch(i -> alignment.evidence().get(i).clause() == core
                                && alignment.evidence().get(i).is(kind)
                                && !claimed.contains(i));
    }

    /** Whether a verb of the clause stands in another clause there. */
    private static boolean lacksVerb(Alignment alignment, List<Integer> terms, int core) {
        return terms.stream()
                .anyMatch(i -> alignment.claim().get(i).verb()
                        && !alignment.isLight(i)
                        && alignment.has(i)
                        && !alignment.has(i, core));
    }

    /** Whether nothing of what the clause begins with is in its core, nor a pronoun for it. */
    private static boolean lacksSubject(Alignment alignment, List<Integer> terms, int core) {
        List<Integer> begin =
                terms.stream().takeWhile(i -> !alignment.claim().get(i).verb()).toList();
        boolean there = begin.stream().anyMatch(i -> alignment.has(i, core));
        boolean verbThere =
                terms.stream().anyMatch(i -> alignment.claim().get(i).verb() && alignment.has(i, core));
        boolean pronoun = alignment.evidence().stream()
                .anyMatch(
                        term -> term.clause() == core && term.before().stream().anyMatch(PRONOUNS::contains));
        return verbThere && !begin.isEmpty() && !there && !pronoun;
    }
}
