package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was found for a question. Immutable. */
public final class Retrieval {

    private static final double NEARLY_BEST = 0.5;

    private final List<RankedPassage> passages;
    private final Similarities similarities;

    Retrieval(List<RankedPassage> passages, Similarities similarities) {
        this.passages = List.copyOf(passages);
        this.similarities = similarities;
    }

    /** The passages, best first. */
    public List<RankedPassage> passages() {
        return passages;
    }

    /** The passages nearly as good as the best, by the day on which their documents came out, newest first. */
    public List<Retrieval> newestFirst() {
        double nearlyBest = passages.isEmpty() ? 0 : passages.getFirst().score() * NEARLY_BEST;
        List<RankedPassage> near = passages.stream()
                .filter(passage -> passage.score() >= nearlyBest)
                .toList();
        return near.stream()
                .flatMap(passage -> published(passage).stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(day -> new Retrieval(
                        near.stream()
                                .filter(passage -> published(passage).equals(Optional.of(day)))
                                .toList(),
                        similarities))
                .toList();
    }

    private static Optional<LocalDate> published(RankedPassage passage) {
        return Optional.ofNullable(passage.version().details().published());
    }

    /** Of those passages that were judged by their sentences, which are the first ones. */
    Similarities similarities() {
        return similarities;
    }
}
