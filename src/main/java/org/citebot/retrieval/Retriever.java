package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.index.PassageHit;
import org.citebot.index.PassageIndex;
import org.jspecify.annotations.Nullable;

/** Finds passages by words and by meaning, and fuses both rankings. For many threads. */
public final class Retriever {

    /** How deep each of the two rankings is read before they are fused. */
    private static final int DEPTH = 50;

    private final PassageIndex index;
    private final CorpusStore store;

    /** Searches in one, reads the passages from the other. */
    public Retriever(PassageIndex index, CorpusStore store) {
        this.index = index;
        this.store = store;
    }

    /**
     * The passages for a question, best first, at most {@code count}; only of the versions that answer at this moment.
     *
     * @param vector the question's; null to search by words alone
     */
    public List<RankedPassage> retrieve(String question, float @Nullable [] vector, DocumentFilter filter, int count) {
        List<PassageHit> byWords = index.findByWords(question, filter, DEPTH);
        List<PassageHit> byMeaning = vector == null ? List.of() : index.findByVector(vector, filter, DEPTH);
        List<FusedHit> fused = RankFusion.fuse(byWords, byMeaning);
        return read(fused, count);
    }

    private List<RankedPassage> read(List<FusedHit> fused, int count) {
        TreeSet<DocumentId> documents = new TreeSet<>();
        fused.forEach(hit -> documents.add(hit.id().document()));
        Map<DocumentId, DocumentVersion> current = store.current(documents);
        List<RankedPassage> passages = new ArrayList<>();
        for (FusedHit hit : fused) {
            DocumentVersion version = current.get(hit.id().document());
            // The index may be a moment behind the store: what was removed or replaced since is not cited.
            if (version != null && version.number() == hit.id().version() && passages.size() < count) {
                Passage passage = version.passages().get(hit.id().ordinal());
                passages.add(new RankedPassage(version, passage, hit.score(), hit.words(), hit.meaning()));
            }
        }
        return passages;
    }
}
