package org.citebot.citation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.Term.Kind;
import org.jspecify.annotations.Nullable;

/** What is denied, possible, planned or only claimed in the evidence is so in the sentence; and it adds no denial. */
final class OperatorRule implements Rule {

    @Override
    public Optional<Unsupported> objection(Alignment alignment) {
        return alignment
                .first(i -> isLost(alignment, i, Operator.DENIED), Reason.NEGATION, "denied there")
                .or(() -> alignment.first(i -> isDeniedHereOnly(alignment, i), Reason.NEGATION, "not denied there"))
                .or(() -> alignment.first(
                        i -> isLost(alignment, i, Operator.POSSIBLE)
                                || isLost(alignment, i, Operator.FUTURE)
                                || isLost(alignment, i, Operator.REPORTED),
                        Reason.CERTAINTY,
                        "not certain there"))
                .or(() -> alignment.first(i -> isPast(alignment, i), Reason.CERTAINTY, "has happened there"));
    }

    /** Whether a term stands only in the reach of an operator there, and the sentence has nothing like that. */
    private static boolean isLost(Alignment alignment, int index, Operator operator) {
        Term term = alignment.claim().get(index);
        List<Term> there = likeliest(alignment, index);
        return term.is(Kind.WORD)
                && !there.isEmpty()
                && (operator != Operator.FUTURE || term.verb() || hasNoVerb(alignment, term.clause()))
                && there.stream().allMatch(other -> other.isUnder(operator))
                && !isInClause(alignment, term.clause(), operator)
                && there.stream().noneMatch(other -> isSaid(alignment, index, other.by(operator)));
    }

    /** A verb is likelier the verb there than a noun of its family. */
    private static List<Term> likeliest(Alignment alignment, int index) {
        List<Term> there = alignment.likeliest(index).stream()
                .map(alignment.evidence()::get)
                .toList();
        List<Term> verbs = there.stream().filter(Term::verb).toList();
        return alignment.claim().get(index).verb() && !verbs.isEmpty() ? verbs : there;
    }

    private static boolean hasNoVerb(Alignment alignment, int clause) {
        return alignment.claim().stream().noneMatch(term -> term.clause() == clause && term.verb());
    }

    private static boolean isInClause(Alignment alignment, int clause, Operator operator) {
        Set<Operator> enough =
                operator == Operator.FUTURE ? Set.of(Operator.FUTURE, Operator.POSSIBLE) : Set.of(operator);
        return alignment.claim().stream()
                .filter(term -> term.clause() == clause)
                .anyMatch(term -> enough.stream().anyMatch(term::isUnder));
    }

    /** Whether the word that reaches a term there is itself a word of the sentence. */
    private static boolean isSaid(Alignment alignment, int index, @Nullable String by) {
        return by != null
                && !by.isEmpty()
                && alignment
                        .terms()
                        .filter(i -> i < index || !alignment.claim().get(index).verb())
                        .anyMatch(i -> alignment.matches(i).stream()
                                .anyMatch(other -> other.key().equals(by)));
    }

    private static boolean isDeniedHereOnly(Alignment alignment, int index) {
        Term term = alignment.claim().get(index);
        List<Term> there = alignment.matches(index);
        return term.is(Kind.WORD)
                && "".equals(term.by(Operator.DENIED))
                && !there.isEmpty()
                && there.stream()
                        .noneMatch(other -> alignment.evidence().stream()
                                .anyMatch(near -> near.clause() == other.clause() && near.isUnder(Operator.DENIED)));
    }

    private static boolean isPast(Alignment alignment, int index) {
        Term term = alignment.claim().get(index);
        List<Term> there = likeliest(alignment, index);
        return term.verb()
                && ("".equals(term.by(Operator.FUTURE)) || "".equals(term.by(Operator.POSSIBLE)))
                && !there.isEmpty()
                && there.stream()
                        .allMatch(other ->
                                other.verb() && !other.isUnder(Operator.FUTURE) && !other.isUnder(Operator.POSSIBLE));
    }
}
