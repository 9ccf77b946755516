package org.citebot.citation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;

/** Small words that change what is said: "before" for "after", "all" for "some", "more than" for "up to", "because". */
final class MarkerRule implements Rule {

    private static final List<List<Set<String>>> CONTRARY = List.of(
            List.of(Set.of("before", "until"), Set.of("after", "since", "from")),
            List.of(Set.of("from", "off", "out"), Set.of("to", "into", "onto", "toward", "towards", "until")),
            List.of(Set.of("for"), Set.of("against")),
            List.of(Set.of("with"), Set.of("without")));

    private static final Set<String> ALL = Set.of("all", "every", "each", "both");
    private static final Set<String> MOST = Set.of("most", "majority");
    private static final Set<String> PARTS = Set.of("most", "majority", "some", "few");
    private static final Set<String> ONLY = Set.of("only");
    private static final Set<String> ABOVE = Set.of("more", "over", "above", "least");
    private static final Set<String> BELOW = Set.of("less", "fewer", "under", "below", "up");
    private static final Set<String> CAUSES = Set.of("because", "due", "cause", "owe", "result", "trigger", "prompt");
    private static final Set<String> AFTER = Set.of("after", "follow", "since", "then", "later", "when");
    private static final Set<String> BEFORE =
            Set.of("before", "prior", "prior_to", "ahead", "1.", "then", "until", "earlier");
    private static final List<Set<String>> SCOPES = List.of(ALL, MOST, ONLY);

    @Override
    public Optional<Unsupported> objection(Alignment alignment) {
        return alignment
                .first(i -> isContrary(alignment, i), Reason.ROLES, "the other way round there")
                .or(() -> alignment.first(i -> isWider(alignment, i), Reason.SCOPE, "not of so many there"))
                .or(() -> alignment.first(i -> isOtherBound(alignment, i), Reason.NUMBER, "more or less there"))
                .or(() -> isLinked(alignment, CAUSES, CAUSES, "no cause is named there"))
                .or(() -> isLinked(alignment, Set.of("after"), AFTER, "nothing comes after it there"))
                .or(() -> isLinked(alignment, Set.of("before"), BEFORE, "nothing comes before it there"));
    }

    private static boolean isContrary(Alignment alignment, int index) {
        List<Integer> places = alignment.likeliest(index);
        return CONTRARY.stream()
                .anyMatch(pair -> isContrary(alignment, index, places, pair.get(0), pair.get(1))
                        || isContrary(alignment, index, places, pair.get(1), pair.get(0)));
    }

    private static boolean isContrary(
            Alignment alignment, int index, List<Integer> places, Set<String> here, Set<String> there) {
        List<Term> claim = alignment.claim();
        List<Term> found = places.stream().map(alignment.evidence()::get).toList();
        boolean before = holds(before(claim, index), here)
                && found.stream().allMatch(term -> isOther(term.before(), here, there));
        boolean votes = here.contains("for") || here.contains("against");
        boolean after = votes
                && holds(claim.get(index).after(), here)
                && found.stream().allMatch(term -> isOther(term.after(), here, there));
        return !places.isEmpty() && (before || after);
    }

    private static boolean isOther(List<String> words, Set<String> here, Set<String> there) {
        return holds(words, there) && !holds(words, here);
    }

    private static List<String> before(List<Term> terms, int index) {
        return terms.get(index).before();
    }

    private static boolean holds(List<String> words, Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }

    private static boolean isWider(Alignment alignment, int index) {
        List<String> before = before(alignment.claim(), index);
        List<Term> there = alignment.likeliest(index).stream()
                .map(alignment.evidence()::get)
                .toList();
        boolean wider = SCOPES.stream()
                .anyMatch(scope -> holds(before, scope)
                        && !there.isEmpty()
                        && there.stream().noneMatch(term -> holds(term.before(), scope))
                        && alignment.evidence().stream().noneMatch(term -> isOfThem(term.before(), scope)));
        return wider || (!holds(before, PARTS) && isPartThere(alignment, index, there));
    }

    /** As in "most of them". */
    private static boolean isOfThem(List<String> words, Set<String> scope) {
        return holds(words, scope) && holds(words, Set.of("them", "whom", "which"));
    }

    private static boolean isPartThere(Alignment alignment, int index, List<Term> there) {
        return alignment.claim().get(index).is(Term.Kind.WORD)
                && !there.isEmpty()
                && there.stream().allMatch(term -> holds(term.before(), PARTS));
    }

    private static boolean isOtherBound(Alignment alignment, int index) {
        Term term = alignment.claim().get(index);
        List<Term> there = alignment.matches(index);
        boolean counts = term.is(Term.Kind.NUMBER) || term.key().equals("half");
        return counts
                && !there.isEmpty()
                && there.stream().noneMatch(other -> bound(other).equals(bound(term)));
    }

    /** Which side of a number is meant, if not the number itself. */
    private static String bound(Term number) {
        List<String> before = number.before();
        boolean most = before.contains("at") && before.contains("most");
        return most || holds(before, BELOW) ? "below" : holds(before, ABOVE) ? "above" : "";
    }

    /** What is only said to come after something is not said to come from it. */
    private static Optional<Unsupported> isLinked(
            Alignment alignment, Set<String> here, Set<String> there, String words) {
        return links(alignment.claim(), here) && !links(alignment.evidence(), there)
                ? alignment.against(Reason.ROLES, words)
                : Optional.empty();
    }

    private static boolean links(List<Term> terms, Set<String> links) {
        return terms.stream()
                .anyMatch(term ->
                        links.contains(term.key()) || holds(term.before(), links) || holds(term.after(), links));
    }
}
