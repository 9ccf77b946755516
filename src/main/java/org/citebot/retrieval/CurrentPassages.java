package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citebot.corpus.CorpusReader;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;

/**
 * Reads what was found for one question from the store, each document once. The index may be a moment behind the store:
 * what was removed or replaced since is left out. For one thread.
 */
final class CurrentPassages {

    private final CorpusReader reader;
    private final Set<DocumentId> read = new HashSet<>();
    private final Map<DocumentId, DocumentVersion> current = new HashMap<>();

    CurrentPassages(CorpusReader reader) {
        this.reader = reader;
    }

    /** The first passages that still answer, at most {@code count}, in their order; reads no more documents than needed. */
    List<RankedPassage> first(List<FusedHit> hits, int count) {
        List<RankedPassage> passages = new ArrayList<>();
        for (int from = 0; from < hits.size() && passages.size() < count; from += count) {
            List<RankedPassage> round = read(hits.subList(from, Math.min(hits.size(), from + count)));
            passages.addAll(round.subList(0, Math.min(round.size(), count - passages.size())));
        }
        return passages;
    }

    /** The same without those that say only what others say; those it reads count with these. */
    List<RankedPassage> firstDistinct(List<FusedHit> hits, int count) {
        DistinctPassages distinct = new DistinctPassages();
        for (int from = 0; from < hits.size() && distinct.size() < count; from += count) {
            read(hits.subList(from, Math.min(hits.size(), from + count))).forEach(distinct::add);
        }
        return distinct.first(count);
    }

    private List<RankedPassage> read(List<FusedHit> hits) {
        Set<DocumentId> unread = new TreeSet<>();
        hits.forEach(hit -> unread.add(hit.id().document()));
        unread.removeAll(read);
        current.putAll(reader.current(unread));
        read.addAll(unread);
        List<RankedPassage> passages = new ArrayList<>();
        for (FusedHit hit : hits) {
            DocumentVersion version = current.get(hit.id().document());
            if (version != null && version.number() == hit.id().version()) {
                passages.add(new RankedPassage(
                        version, version.passages().get(hit.id().ordinal()), hit.score(), hit.words(), hit.meaning()));
            }
        }
        return passages;
    }
}
