package org.citebot.citation;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.Term.Kind;
import org.citebot.language.Opposites;

/** Every name and number is there, no word's opposite is in its place, and few words are the sentence's own. */
final class MissingRule implements Rule {

    private final Opposites opposites = new Opposites();
    private final double ownWords;

    /** @param ownWords the share of its terms, by weight, that a sentence may put in words that are not there */
    MissingRule(double ownWords) {
        this.ownWords = ownWords;
    }

    @Override
    public Optional<Unsupported> objection(Alignment alignment) {
        return missing(alignment, Kind.NAME, Reason.NAME)
                .or(() -> missing(alignment, Kind.NUMBER, Reason.NUMBER))
                .or(() -> opposite(alignment))
                .or(() -> ownWords(alignment));
    }

    private static Optional<Unsupported> missing(Alignment alignment, Kind kind, Reason reason) {
        List<Integer> missing = missing(alignment, term -> term.is(kind));
        return missing.isEmpty() ? Optional.empty() : alignment.against(reason, words(alignment, missing));
    }

    private Optional<Unsupported> opposite(Alignment alignment) {
        return alignment.first(
                i -> !alignment.has(i)
                        && opposites.of(alignment.claim().get(i).key()).stream()
                                .anyMatch(other -> isOnlyThere(alignment, other)),
                Reason.NEGATION,
                "the opposite is there");
    }

    private static boolean isOnlyThere(Alignment alignment, String key) {
        return alignment.evidence().stream().anyMatch(term -> term.key().equals(key))
                && alignment.claim().stream().noneMatch(term -> term.key().equals(key));
    }

    private Optional<Unsupported> ownWords(Alignment alignment) {
        List<Integer> own = missing(alignment, term -> term.is(Kind.WORD)).stream()
                .filter(i -> !alignment.isLight(i))
                .toList();
        return 1 - alignment.overlap() <= ownWords || own.isEmpty()
                ? Optional.empty()
                : alignment.against(Reason.WORDS, words(alignment, own));
    }

    private static List<Integer> missing(Alignment alignment, Predicate<Term> such) {
        return alignment
                .terms()
                .filter(i -> !alignment.has(i) && such.test(alignment.claim().get(i)))
                .toList();
    }

    private static String words(Alignment alignment, List<Integer> terms) {
        return "not there: "
                + terms.stream()
                        .map(i -> alignment.claim().get(i).shown())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", "));
    }
}
