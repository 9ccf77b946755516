package org.citebot.citation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.Term.Kind;

/** Words that stand side by side, as the parts of a name or a title and its bearer, stand near each other there. */
final class NeighbourRule implements Rule {

    /** How far apart they may stand, in terms. */
    private static final int NEAR = 3;

    /** Small words by which a name belongs to the word before it. */
    private static final Set<String> ATTACHING = Set.of("in", "of", "from", "near");

    private static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their");

    @Override
    public Optional<Unsupported> objection(Alignment alignment) {
        return alignment.first(i -> isApart(alignment, i), Reason.ROLES, "belongs to something else there");
    }

    private static boolean isApart(Alignment alignment, int index) {
        return areTogether(alignment.claim(), index)
                && alignment.has(index)
                && alignment.has(index + 1)
                && !isOwned(alignment, index)
                && !isOwned(alignment, index + 1)
                && alignment.places(index).stream()
                        .noneMatch(i -> alignment.places(index + 1).stream()
                                .anyMatch(j -> Math.abs(i - j) <= NEAR && alignment.areInOneClause(i, j)));
    }

    private static boolean areTogether(List<Term> claim, int index) {
        if (index + 1 >= claim.size()) {
            return false;
        }
        Term one = claim.get(index);
        Term next = claim.get(index + 1);
        boolean attached = next.is(Kind.NAME)
                && one.is(Kind.WORD)
                && next.before().size() == 1
                && ATTACHING.containsAll(next.before());
        return one.clause() == next.clause()
                && !one.verb()
                && !next.verb()
                && !one.is(Kind.NUMBER)
                && !next.is(Kind.NUMBER)
                && (next.before().isEmpty() || attached);
    }

    /** "Her editor" may be the editor of somebody who is named elsewhere. */
    private static boolean isOwned(Alignment alignment, int index) {
        return alignment.matches(index).stream()
                .anyMatch(term -> term.before().stream().anyMatch(POSSESSIVES::contains));
    }
}
