package org.citebot.citation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.Term.Kind;
import org.citebot.language.Opposites;

/** The terms of a sentence against those of what is to prove it. */
final class Comparison {

    /** The share of its terms that a sentence may put in words of its own. */
    private static final double OWN_WORDS = 0.2;

    /** How far apart a number and what it counts may stand, in terms. */
    private static final int COUNTED_WITHIN = 2;

    private static final int SHORTEST_DEMONYM_BASE = 4;
    private static final int SHORTEST_LONG_DEMONYM_BASE = 6;

    private final List<Term> claim;
    private final List<Term> evidence;
    private final Set<String> claimed;
    private final Set<String> present;
    private final double overlap;

    Comparison(List<Term> claim, List<Term> evidence) {
        this.claim = claim;
        this.evidence = evidence;
        this.claimed = claim.stream().map(Term::key).collect(Collectors.toSet());
        this.present = evidence.stream().map(Term::key).collect(Collectors.toSet());
        this.overlap = claim.isEmpty()
                ? 0
                : (double) claim.stream().filter(this::isPresent).count() / claim.size();
    }

    double overlap() {
        return overlap;
    }

    /** The first thing that speaks against the sentence; nothing if nothing does. */
    Optional<Unsupported> objection(Opposites opposites) {
        return missing(Kind.NAME, Reason.NAME)
                .or(() -> missing(Kind.NUMBER, Reason.NUMBER))
                .or(() -> opposite(opposites))
                .or(this::ownWords)
                .or(this::otherPolarity)
                .or(this::otherCertainty)
                .or(this::otherCount)
                .or(this::replaced);
    }

    private Optional<Unsupported> missing(Kind kind, Reason reason) {
        Set<String> missing = claim.stream()
                .filter(term -> term.is(kind) && !isPresent(term))
                .map(Term::shown)
                .collect(Collectors.toSet());
        return missing.isEmpty() ? Optional.empty() : against(reason, "not there: " + joined(missing));
    }

    private Optional<Unsupported> opposite(Opposites opposites) {
        return first(term -> !isPresent(term)
                        && opposites.of(term.key()).stream()
                                .anyMatch(other -> present.contains(other) && !claimed.contains(other)))
                .flatMap(term -> against(Reason.NEGATION, "the opposite is there: " + term.shown()));
    }

    private Optional<Unsupported> ownWords() {
        List<Term> own = claim.stream().filter(term -> !isPresent(term)).toList();
        return own.size() <= OWN_WORDS * claim.size()
                ? Optional.empty()
                : against(
                        Reason.WORDS,
                        "not there: " + joined(own.stream().map(Term::shown).collect(Collectors.toSet())));
    }

    /** A word of its own may stand between two that are neighbours there; elsewhere it takes the place of another one. */
    private Optional<Unsupported> replaced() {
        for (int i = 0; i < claim.size(); i++) {
            if (!isPresent(claim.get(i)) && !isInserted(i)) {
                return against(
                        Reason.WORDS,
                        "in the place of other words: " + claim.get(i).shown());
            }
        }
        return Optional.empty();
    }

    private boolean isInserted(int index) {
        if (index > 0 && claim.get(index - 1).is(Kind.NAME)) {
            // What follows a name is most often what its bearer did.
            return false;
        }
        String before = neighbour(index, -1);
        String after = neighbour(index, 1);
        for (int i = 0; i <= evidence.size(); i++) {
            String left = i == 0 ? "" : evidence.get(i - 1).key();
            String right = i == evidence.size() ? "" : evidence.get(i).key();
            if (left.equals(before) && right.equals(after)) {
                return true;
            }
        }
        return false;
    }

    /** The nearest term in one direction that the evidence holds; empty if there is none. */
    private String neighbour(int index, int step) {
        int i = index + step;
        while (i >= 0 && i < claim.size() && !isPresent(claim.get(i))) {
            i += step;
        }
        return i < 0 || i >= claim.size() ? "" : claim.get(i).key();
    }

    private Optional<Unsupported> otherPolarity() {
        return first(term -> term.is(Kind.WORD) && nowhere(term, other -> other.negated() == term.negated()))
                .flatMap(term -> against(Reason.NEGATION, "denied on one side only: " + term.shown()));
    }

    private Optional<Unsupported> otherCertainty() {
        return first(term -> term.is(Kind.WORD) && !term.hedged() && nowhere(term, other -> !other.hedged()))
                .flatMap(term -> against(Reason.CERTAINTY, "not certain there: " + term.shown()));
    }

    /** Whether a term is in the evidence, but never so. */
    private boolean nowhere(Term term, Predicate<Term> so) {
        return present.contains(term.key())
                && evidence.stream()
                        .filter(other -> other.key().equals(term.key()))
                        .noneMatch(so);
    }

    /** A number right before a word counts it: there, too, the word is counted by that number, if by any. */
    private Optional<Unsupported> otherCount() {
        for (int i = 0; i < claim.size() - 1; i++) {
            Term number = claim.get(i);
            Term counted = claim.get(i + 1);
            if (number.is(Kind.NUMBER) && counted.is(Kind.WORD)) {
                Set<String> counts = counts(counted.key());
                if (!counts.isEmpty() && !counts.contains(number.key())) {
                    return against(Reason.NUMBER, "counts something else there: " + number.shown());
                }
            }
        }
        return Optional.empty();
    }

    private Set<String> counts(String word) {
        return IntStream.range(0, evidence.size())
                .filter(i -> evidence.get(i).key().equals(word))
                .flatMap(i -> IntStream.range(Math.max(0, i - COUNTED_WITHIN), i))
                .mapToObj(evidence::get)
                .filter(term -> term.is(Kind.NUMBER) && !isYear(term.key()))
                .map(Term::key)
                .collect(Collectors.toSet());
    }

    private static boolean isYear(String number) {
        return number.matches("(?:1[5-9]|20)\\d\\d");
    }

    /**
     * Names that change places change what is said: "A met B" is "B met A" only where one of them is passive.
     *
     * @param sameVoice whether both texts are active, or both passive
     */
    Optional<Unsupported> otherRoles(boolean sameVoice) {
        if (!sameVoice) {
            return Optional.empty();
        }
        for (int i = 0; i < claim.size(); i++) {
            for (int j = i + 2; j < claim.size(); j++) {
                Term subject = claim.get(i);
                Term object = claim.get(j);
                if (subject.is(Kind.NAME)
                        && object.is(Kind.NAME)
                        && !subject.key().equals(object.key())
                        && areSwapped(subject, object, claim.subList(i + 1, j))) {
                    return against(
                            Reason.ROLES, "the other way round there: " + subject.shown() + ", " + object.shown());
                }
            }
        }
        return Optional.empty();
    }

    private boolean areSwapped(Term subject, Term object, List<Term> between) {
        boolean swapped = false;
        for (Term word : between) {
            if (word.is(Kind.WORD) && present.contains(word.key())) {
                if (inOrder(subject.key(), word.key(), object.key())) {
                    return false;
                }
                swapped |= inOrder(object.key(), word.key(), subject.key());
            }
        }
        return swapped;
    }

    private boolean inOrder(String first, String second, String third) {
        int state = 0;
        for (Term term : evidence) {
            String wanted = state == 0 ? first : state == 1 ? second : third;
            if (term.key().equals(wanted) && ++state == 3) {
                return true;
            }
        }
        return false;
    }

    /** Whether each text names somebody, or a number, that the other one does not. */
    boolean namesOthers() {
        return claim.stream().anyMatch(term -> !term.is(Kind.WORD) && !isPresent(term))
                && evidence.stream().anyMatch(term -> term.is(Kind.NAME) && !claimed.contains(term.key()));
    }

    private Optional<Term> first(Predicate<Term> such) {
        return claim.stream().filter(such).findFirst();
    }

    private Optional<Unsupported> against(Reason reason, String words) {
        return Optional.of(new Unsupported(reason, words, overlap));
    }

    private boolean isPresent(Term term) {
        return present.contains(term.key())
                || (term.is(Kind.NAME) && present.stream().anyMatch(other -> areKin(term.key(), other)));
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

    private static String joined(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
