package org.citebot.citation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.Term.Kind;

/** Who does what to whom is the same there. Of a verb that is passive on one side only, the places are exchanged. */
final class RoleRule implements Rule {

    /** How far behind "by" the agent of a passive may stand, in terms. */
    private static final int AGENT_WITHIN = 3;

    private static final Set<String> PREPOSITIONS = Set.of(
            "on", "in", "at", "by", "from", "to", "into", "during", "for", "since", "after", "before", "with", "until");
    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "its", "his", "her", "their", "this", "that", "some");

    @Override
    public Optional<Unsupported> objection(Alignment alignment) {
        List<Term> claim = alignment.claim();
        return alignment.first(
                verb -> claim.get(verb).is(Kind.WORD)
                        && claim.get(verb).verb()
                        && (hasOtherObject(alignment, verb)
                                || isOtherAgent(alignment, verb)
                                || subjects(claim, verb).anyMatch(subject -> isSwapped(alignment, subject, verb))),
                Reason.ROLES,
                "others do it there");
    }

    /** The terms before a verb, in its clause, that a preposition does not keep from being its subject. */
    private static IntStream subjects(List<Term> claim, int verb) {
        return IntStream.range(0, verb)
                .filter(i -> claim.get(i).clause() == claim.get(verb).clause() && !isAdverbial(claim, i));
    }

    private static boolean isAdverbial(List<Term> terms, int index) {
        int begin = index;
        while (begin > 0 && terms.get(begin).before().isEmpty()) {
            begin--;
        }
        return terms.get(begin).before().stream().anyMatch(PREPOSITIONS::contains);
    }

    private static boolean isSwapped(Alignment alignment, int subject, int verb) {
        List<Term> claim = alignment.claim();
        boolean beside = subject + 1 == verb
                && !claim.get(verb).before().contains(",")
                && !claim.get(subject).is(Kind.NUMBER);
        return (beside && isOnlyBehind(alignment, subject, verb))
                || IntStream.range(verb + 1, claim.size())
                        .filter(i -> claim.get(i).clause() == claim.get(verb).clause())
                        .anyMatch(object -> isReversed(alignment, subject, verb, object));
    }

    /** Whether the subject of a verb stands only behind it there, and has not become the agent of a passive. */
    private static boolean isOnlyBehind(Alignment alignment, int subject, int verb) {
        Term here = alignment.claim().get(verb);
        boolean mayHaveSuffered = !here.passive() && !hasObject(alignment.claim(), verb);
        boolean any = false;
        for (int at : verbs(alignment, verb)) {
            boolean before = alignment.isBefore(subject, at);
            boolean behind = alignment.isBehind(subject, at);
            boolean sameVoice = alignment.evidence().get(at).passive() == here.passive();
            boolean suffers = mayHaveSuffered || (here.passive() && !hasObject(alignment.evidence(), at));
            if (sameVoice ? before : behind || (before && suffers)) {
                return false;
            }
            any |= before || behind;
        }
        return any;
    }

    /** Whether a verb has something bare behind it, as an object stands. */
    private static boolean hasObject(List<Term> claim, int verb) {
        return verb + 1 < claim.size()
                && claim.get(verb + 1).clause() == claim.get(verb).clause()
                && DETERMINERS.containsAll(claim.get(verb + 1).before());
    }

    /** Whether the object of an active verb stands only before it there, where it is active too. */
    private static boolean hasOtherObject(Alignment alignment, int verb) {
        List<Term> claim = alignment.claim();
        if (claim.get(verb).passive()
                || alignment.isLight(verb)
                || !hasObject(claim, verb)
                || claim.get(verb + 1).is(Kind.NUMBER)) {
            return false;
        }
        List<Integer> there = verbs(alignment, verb).stream()
                .filter(at -> !alignment.evidence().get(at).passive())
                .toList();
        return there.stream().anyMatch(at -> alignment.isBefore(verb + 1, at))
                && there.stream().noneMatch(at -> alignment.isBehind(verb + 1, at));
    }

    private static List<Integer> verbs(Alignment alignment, int verb) {
        return alignment.places(verb).stream()
                .filter(at -> alignment.evidence().get(at).verb())
                .toList();
    }

    /** Whether somebody else stands behind the "by" of a passive there. */
    private static boolean isOtherAgent(Alignment alignment, int verb) {
        List<Integer> there = verbs(alignment, verb).stream()
                .filter(at -> alignment.evidence().get(at).passive()
                        && alignment.evidence().get(at).after().contains("by"))
                .toList();
        return alignment.claim().get(verb).after().contains("by")
                && !there.isEmpty()
                && there.stream().noneMatch(at -> sharesAgent(alignment, verb, at));
    }

    private static boolean sharesAgent(Alignment alignment, int verb, int at) {
        return IntStream.rangeClosed(
                        verb + 1,
                        Math.min(verb + AGENT_WITHIN, alignment.claim().size() - 1))
                .anyMatch(i -> alignment.places(i).stream().anyMatch(j -> j > at && j <= at + AGENT_WITHIN));
    }

    /** Whether what stands before a verb stands behind it there, and the other way round, and never as in the sentence. */
    private static boolean isReversed(Alignment alignment, int subject, int verb, int object) {
        Term here = alignment.claim().get(verb);
        boolean reversed = false;
        for (int at : alignment.places(verb)) {
            Term there = alignment.evidence().get(at);
            boolean same = alignment.isBefore(subject, at) && alignment.isBehind(object, at);
            boolean other = alignment.isBefore(object, at) && alignment.isBehind(subject, at);
            boolean comparable = there.verb() || (there.key().equals(here.key()) && !here.passive());
            boolean sameVoice = there.passive() == here.passive();
            if (comparable && (sameVoice ? same : other)) {
                return false;
            }
            reversed |= comparable && (sameVoice ? other : same && namesAgent(alignment, object, at));
        }
        return reversed;
    }

    private static boolean namesAgent(Alignment alignment, int object, int verb) {
        return alignment.claim().get(object).before().contains("by")
                || IntStream.range(verb + 1, alignment.evidence().size())
                        .filter(i -> alignment.areInOneClause(i, verb))
                        .anyMatch(i -> alignment.evidence().get(i).before().contains("by"));
    }
}
