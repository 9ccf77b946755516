package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.index.PassageHit;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.language.Language;

/** Finds passages by words and by meaning, and fuses both rankings. For many threads. */
public final class Retriever {

    /** How deep each of the two rankings is read before they are fused. */
    private static final int DEPTH = 50;

    private final PassageIndex index;
    private final PassageVectors vectors;
    private final CorpusStore store;

    /** Searches the index, and reads the passages from the store. */
    public Retriever(PassageIndex index, PassageVectors vectors, CorpusStore store) {
        this.index = index;
        this.vectors = vectors;
        this.store = store;
    }

    /** The passages for a question, at most {@code count}; only of the versions that answer at this moment. */
    public Retrieval retrieve(String question, Language language, DocumentFilter filter, int count) {
        List<PassageHit> byWords = index.findByWords(question, language, filter, DEPTH);
        float[] vector = vectors.question(question, language);
        List<PassageHit> byMeaning = vector == null ? List.of() : index.findByVector(vector, filter, DEPTH);
        return new Retrieval(read(RankFusion.fuse(byWords, byMeaning), count), vector);
    }

    /** The language of most passages. */
    public Language mainLanguage() {
        return index.mainLanguage();
    }

    /** How many passages are found by words alone for now, because their vectors are still to be made. */
    public int passagesWithoutVector() {
        return vectors.available() ? index.embeddingDue() : 0;
    }

    /** Reads no more documents than are needed: a next round only where the one before held what no longer answers. */
    private List<RankedPassage> read(List<FusedHit> fused, int count) {
        List<RankedPassage> passages = new ArrayList<>();
        for (int from = 0; from < fused.size() && passages.size() < count; from += count) {
            List<RankedPassage> round = read(fused.subList(from, Math.min(fused.size(), from + count)));
            passages.addAll(round.subList(0, Math.min(round.size(), count - passages.size())));
        }
        return passages;
    }

    private List<RankedPassage> read(List<FusedHit> hits) {
        Set<DocumentId> documents = new TreeSet<>();
        hits.forEach(hit -> documents.add(hit.id().document()));
        Map<DocumentId, DocumentVersion> current = store.current(documents);
        List<RankedPassage> passages = new ArrayList<>();
        for (FusedHit hit : hits) {
            DocumentVersion version = current.get(hit.id().document());
            // The index may be a moment behind the store: what was removed or replaced since is not cited.
            if (version != null && version.number() == hit.id().version()) {
                Passage passage = version.passages().get(hit.id().ordinal());
                passages.add(new RankedPassage(version, passage, hit.score(), hit.words(), hit.meaning()));
            }
        }
        return passages;
    }
}
