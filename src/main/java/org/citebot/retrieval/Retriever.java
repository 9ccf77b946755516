package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.index.PassageHit;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/** Finds passages by words and by meaning, and fuses both rankings. For many threads. */
public final class Retriever {

    /** How deep each of the two rankings is read before they are fused. */
    private static final int DEPTH = 50;

    private final PassageIndex index;
    private final PassageVectors vectors;
    private final CorpusStore store;
    private final SpellingCorrector speller;

    /** Searches the index, and reads the passages from the store. */
    public Retriever(PassageIndex index, PassageVectors vectors, CorpusStore store) {
        this.index = index;
        this.vectors = vectors;
        this.store = store;
        this.speller = new SpellingCorrector(index, new AskingWords());
    }

    /** A question with its slips of spelling put right; null if it has none. */
    public @Nullable String respell(String question, Language language) {
        return speller.correct(question, language);
    }

    /** The passages for a question, at most {@code count}; only of the versions that answer at this moment. */
    public Retrieval retrieve(String question, Language language, DocumentFilter filter, int count) {
        return retrieve(question, language, filter, count, RankingMethod.FUSED);
    }

    /**
     * The same in the order of a method. However many are asked for, the first are the same: those that only a deeper
     * look finds follow after all others.
     */
    public Retrieval retrieve(
            String question, Language language, DocumentFilter filter, int count, RankingMethod method) {
        float[] vector = vectors.question(question, language);
        List<FusedHit> ranked = rank(question, language, vector, filter, DEPTH, method);
        if (count > DEPTH && ranked.size() < count) {
            Set<PassageId> known = new HashSet<>();
            ranked.forEach(hit -> known.add(hit.id()));
            rank(question, language, vector, filter, count, method).stream()
                    .filter(hit -> !known.contains(hit.id()))
                    .forEach(ranked::add);
        }
        return new Retrieval(read(ranked, count), vector);
    }

    private List<FusedHit> rank(
            String question,
            Language language,
            float @Nullable [] vector,
            DocumentFilter filter,
            int depth,
            RankingMethod method) {
        List<PassageHit> byWords =
                method == RankingMethod.VECTORS ? List.of() : index.findByWords(question, language, filter, depth);
        List<PassageHit> byMeaning =
                vector == null || method == RankingMethod.WORDS ? List.of() : index.findByVector(vector, filter, depth);
        return method == RankingMethod.RECIPROCAL_RANKS
                ? RankFusion.reciprocalRanks(byWords, byMeaning)
                : RankFusion.fuse(byWords, byMeaning);
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
