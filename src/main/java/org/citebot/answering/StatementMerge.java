package org.citebot.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citebot.language.TextSpan;
import org.citebot.retrieval.FoundStatement;
import org.citebot.statement.NameKey;
import org.jspecify.annotations.Nullable;

/** Makes one of the copies of a statement that outlets take over from each other; the earliest stands for all. */
final class StatementMerge {

    /** Two statements of one speaker that share so many of their words are one. */
    private static final double SAME = 0.8;

    private StatementMerge() {}

    /** A statement, and those of other documents that are the same. */
    record Merged(FoundStatement first, List<FoundStatement> copies) {

        Merged {
            copies = List.copyOf(copies);
        }
    }

    /** In the order in which the first of each stood. */
    static List<Merged> merge(Collection<FoundStatement> found) {
        List<List<FoundStatement>> clusters = new ArrayList<>();
        for (FoundStatement one : found) {
            List<FoundStatement> same = clusters.stream()
                    .filter(cluster -> isSame(cluster.getFirst(), one))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                clusters.add(new ArrayList<>(List.of(one)));
            } else if (same.stream().noneMatch(known -> sameDocument(known, one))) {
                same.add(one);
            }
        }
        return clusters.stream().map(StatementMerge::merged).toList();
    }

    private static Merged merged(List<FoundStatement> cluster) {
        List<FoundStatement> oldestFirst = cluster.stream()
                .sorted(Comparator.comparing(StatementMerge::published, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(one -> one.version().document()))
                .toList();
        return new Merged(oldestFirst.getFirst(), oldestFirst.subList(1, oldestFirst.size()));
    }

    static @Nullable LocalDate published(FoundStatement found) {
        return found.version().details().published();
    }

    private static boolean isSame(FoundStatement one, FoundStatement other) {
        if (!speaker(one).equals(speaker(other))
                || one.statement().reality() != other.statement().reality()) {
            return false;
        }
        if (sameDocument(one, other)) {
            return overlap(one.statement().span(), other.statement().span());
        }
        Set<String> mine = words(one);
        Set<String> shared = new HashSet<>(words(other));
        int all = mine.size() + shared.size();
        shared.retainAll(mine);
        return all > 0 && 2.0 * shared.size() / all >= SAME;
    }

    private static String speaker(FoundStatement found) {
        return found.match() != null
                ? found.match().speaker().name()
                : NameKey.of(String.valueOf(found.statement().speaker().name()));
    }

    private static boolean sameDocument(FoundStatement one, FoundStatement other) {
        return one.version().document().equals(other.version().document());
    }

    /** One place read twice, by two rules. */
    private static boolean overlap(TextSpan one, TextSpan other) {
        int shared = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return shared > SAME * Math.max(one.length(), other.length());
    }

    private static Set<String> words(FoundStatement found) {
        Set<String> words = new HashSet<>();
        String content = found.statement().span().in(found.version().text());
        for (String word : NameKey.of(content).split(" ", -1)) {
            words.add(word);
        }
        return words;
    }
}
