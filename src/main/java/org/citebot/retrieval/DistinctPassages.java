package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.jspecify.annotations.Nullable;

/**
 * Passages of which none says only what another one says: what outlets take over from each other counts once. For one
 * question, and one thread.
 *
 * <p>Of two passages the one goes of which every sentence stands in the other; of equal ones the earliest stays, which the
 * others took it from. It stands where the best of them stood.
 */
final class DistinctPassages {

    /** Each beside its words. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(RankedPassage passage, PassageWording wording) {}

    /** Adds the next passage of a ranking, or counts it with one that is here. */
    void add(RankedPassage passage) {
        Entry added = new Entry(passage, PassageWording.of(passage));
        int place = 0;
        while (place < entries.size() && !isCopy(entries.get(place), added)) {
            place++;
        }
        if (place == entries.size()) {
            entries.add(added);
            return;
        }
        Entry merged = merge(entries.get(place), added);
        entries.set(place, merged);
        // The longer of the two may hold others that are here.
        for (int i = entries.size() - 1; i > place; i--) {
            if (merged.wording().holds(entries.get(i).wording())) {
                merged = merge(merged, entries.remove(i));
                entries.set(place, merged);
            }
        }
    }

    int size() {
        return entries.size();
    }

    /** The first ones, at most {@code count}. */
    List<RankedPassage> first(int count) {
        return entries.stream().limit(count).map(Entry::passage).toList();
    }

    private static boolean isCopy(Entry one, Entry other) {
        return one.wording().holds(other.wording()) || other.wording().holds(one.wording());
    }

    /** One in the place of both; the first has the better rank. */
    private static Entry merge(Entry first, Entry second) {
        boolean secondIsMore = second.wording().holds(first.wording());
        boolean equal = secondIsMore && first.wording().holds(second.wording());
        Entry kept = equal ? earlier(first, second) : secondIsMore ? second : first;
        Entry left = kept.equals(first) ? second : first;
        Map<DocumentId, DocumentVersion> copies = new LinkedHashMap<>();
        kept.passage().copies().forEach(copy -> copies.put(copy.document(), copy));
        copies.put(left.passage().version().document(), left.passage().version());
        left.passage().copies().forEach(copy -> copies.putIfAbsent(copy.document(), copy));
        copies.remove(kept.passage().version().document());
        RankedPassage best = first.passage();
        RankedPassage merged = kept.passage()
                .judged(best.score(), best.words(), best.meaning())
                .with(List.copyOf(copies.values()));
        return new Entry(merged, kept.wording());
    }

    /** Undated ones are later than others. */
    private static Entry earlier(Entry first, Entry second) {
        LocalDate one = published(first);
        LocalDate other = published(second);
        return other != null && (one == null || other.isBefore(one)) ? second : first;
    }

    private static @Nullable LocalDate published(Entry entry) {
        return entry.passage().version().details().published();
    }
}
