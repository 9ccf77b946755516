package org.citebot.citation;

import java.util.List;
import java.util.Optional;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.Term.Kind;

/** A number counts, there too, what it counts in the sentence, and two numbers stand in the same order. */
final class NumberRule implements Rule {

    /** How far apart a number and what it counts may stand, in terms. */
    private static final int NEAR = 4;

    @Override
    public Optional<Unsupported> objection(Alignment alignment) {
        return alignment
                .first(i -> countsOther(alignment, i), Reason.NUMBER, "counts something else there")
                .or(() -> alignment.first(i -> isPart(alignment, i), Reason.NUMBER, "only part of it there"))
                .or(() -> alignment.first(i -> isReordered(alignment, i), Reason.NUMBER, "in another order there"));
    }

    private static boolean countsOther(Alignment alignment, int index) {
        List<Term> claim = alignment.claim();
        if (index + 1 >= claim.size() || !claim.get(index).is(Kind.NUMBER)) {
            return false;
        }
        Term next = claim.get(index + 1);
        if (next.clause() != claim.get(index).clause() || !alignment.has(index + 1) || !isBeside(next)) {
            return false;
        }
        return alignment.places(index).stream()
                .noneMatch(number -> alignment.places(index + 1).stream()
                        .anyMatch(counted -> areCounted(alignment.evidence(), number, counted)));
    }

    /** In "31 of 75 seats" 75 is the whole. */
    private static boolean isPart(Alignment alignment, int index) {
        Term number = alignment.claim().get(index);
        return number.is(Kind.NUMBER)
                && !isWhole(alignment.claim(), index)
                && alignment.has(index)
                && alignment.places(index).stream().allMatch(at -> isWhole(alignment.evidence(), at));
    }

    private static boolean isWhole(List<Term> terms, int index) {
        return index > 0
                && terms.get(index - 1).is(Kind.NUMBER)
                && terms.get(index).before().contains("of");
    }

    /** What a number counts follows it at once. */
    private static boolean isBeside(Term next) {
        return next.before().isEmpty()
                || next.before().equals(List.of("of"))
                || next.before().equals(List.of("of", "the"));
    }

    private static boolean areCounted(List<Term> evidence, int number, int counted) {
        if (evidence.get(number).clause() != evidence.get(counted).clause() || Math.abs(counted - number) > NEAR) {
            return false;
        }
        // Another number that stands between them counts it instead.
        for (int i = number + 1; i <= counted; i++) {
            if (evidence.get(i).is(Kind.NUMBER) && i != counted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReordered(Alignment alignment, int index) {
        List<Term> claim = alignment.claim();
        if (index + 1 >= claim.size()
                || !claim.get(index).is(Kind.NUMBER)
                || !claim.get(index + 1).is(Kind.NUMBER)
                || claim.get(index).before().contains("from")
                || claim.get(index).before().contains("to")) {
            return false;
        }
        List<Integer> first = alignment.places(index);
        List<Integer> second = alignment.places(index + 1);
        return first.stream().anyMatch(i -> second.contains(i - 1))
                && first.stream().noneMatch(i -> second.contains(i + 1));
    }
}
