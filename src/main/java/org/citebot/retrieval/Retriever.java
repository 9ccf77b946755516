package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citebot.corpus.CorpusReader;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageId;
import org.citebot.index.PassageHit;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageMatch;
import org.citebot.index.PassageVectors;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages by words and by meaning, then those of documents that the best of them mention, and looks at the
 * sentences of the first. For many threads.
 */
public final class Retriever {

    /** How deep words and meaning are each searched before they are fused. */
    private static final int DEPTH = 100;

    /** How many of the first passages are judged by their sentences too. */
    private static final int RERANKED = 20;

    /** How many of the first passages are read for the titles of other documents. */
    private static final int READ_FOR_MENTIONS = 5;

    /** How many documents one passage may lead to. */
    private static final int MENTIONED_BY_ONE = 20;

    private final PassageIndex index;
    private final PassageVectors vectors;
    private final CorpusStore store;
    private final SpellingCorrector speller;
    private final @Nullable PassageReranker reranker;

    /** Searches the index, and reads the passages from the store. */
    public Retriever(PassageIndex index, PassageVectors vectors, CorpusStore store) {
        this(index, vectors, store, null);
    }

    /** The same with a cross-encoder, if one is given, that reads the best passages together with the question. */
    public Retriever(
            PassageIndex index, PassageVectors vectors, CorpusStore store, @Nullable PassageReranker reranker) {
        this.index = index;
        this.vectors = vectors;
        this.store = store;
        this.reranker = reranker;
        this.speller = new SpellingCorrector(index, new AskingWords());
    }

    /** A question with its slips of spelling put right; null if it has none. */
    public @Nullable String respell(String question, Language language) {
        return speller.correct(question, language);
    }

    /**
     * The passages to answer a question from, at most {@code count}; only of the versions that answer at this moment, and
     * each counted once, however many documents took it over.
     */
    public Retrieval retrieve(String question, Language language, DocumentFilter filter, int count) {
        Sought sought = sought(question, language, filter);
        try (CorpusReader reader = store.reader()) {
            CurrentPassages current = new CurrentPassages(reader);
            List<FusedHit> ranked = ranked(sought, current);
            return reranked(sought, current.firstDistinct(ranked, Math.max(count, RERANKED)), count);
        }
    }

    /**
     * All passages in the order of a method, copies too. However many are asked for, the first are the same: those that
     * only a deeper look finds follow after all others.
     */
    public Retrieval retrieve(
            String question, Language language, DocumentFilter filter, int count, RankingMethod method) {
        Sought sought = sought(question, language, filter);
        try (CorpusReader reader = store.reader()) {
            CurrentPassages current = new CurrentPassages(reader);
            return method == RankingMethod.FUSED
                    ? reranked(
                            sought,
                            current.first(rankedAsFar(sought, current, count), Math.max(count, RERANKED)),
                            count)
                    : new Retrieval(current.first(baseline(sought, count, method), count), Similarities.NONE);
        }
    }

    /** At least so many, if they can be found: those that only a deeper look finds last. */
    private List<FusedHit> rankedAsFar(Sought sought, CurrentPassages current, int count) {
        List<FusedHit> ranked = ranked(sought, current);
        if (count > DEPTH && ranked.size() < count) {
            Set<PassageId> known = new HashSet<>();
            ranked.forEach(hit -> known.add(hit.id()));
            RankFusion.fuse(find(sought, sought.filter, count), Set.of()).stream()
                    .filter(hit -> !known.contains(hit.id()))
                    .forEach(ranked::add);
        }
        return ranked;
    }

    private Sought sought(String question, Language language, DocumentFilter filter) {
        return new Sought(question, language, vectors.question(question, language), filter);
    }

    /**
     * A question may need a document that another one leads to: what it asks about Warsaw's river, say, stands under the
     * name of the river. So the documents that the first passages mention by their title are searched too.
     */
    private List<FusedHit> ranked(Sought sought, CurrentPassages current) {
        List<PassageMatch> found = find(sought, sought.filter, DEPTH);
        List<FusedHit> ranked = RankFusion.fuse(found, Set.of());
        Set<DocumentId> mentioned = mentioned(current.first(ranked, READ_FOR_MENTIONS), sought.filter);
        if (mentioned.isEmpty()) {
            return ranked;
        }
        DocumentFilter filter = sought.filter;
        Map<PassageId, PassageMatch> all = new LinkedHashMap<>();
        found.forEach(match -> all.put(match.id(), match));
        find(sought, new DocumentFilter(mentioned, filter.from(), filter.to(), filter.undated()), DEPTH)
                .forEach(match -> all.putIfAbsent(match.id(), match));
        return RankFusion.fuse(all.values(), mentioned);
    }

    private Set<DocumentId> mentioned(List<RankedPassage> passages, DocumentFilter filter) {
        Set<DocumentId> mentioned = new TreeSet<>();
        for (RankedPassage passage : passages) {
            mentioned.addAll(index.findMentioned(
                    passage.text(), passage.version().details().title(), MENTIONED_BY_ONE));
        }
        if (!filter.documents().isEmpty()) {
            mentioned.retainAll(filter.documents());
        }
        return mentioned;
    }

    private List<PassageMatch> find(Sought sought, DocumentFilter filter, int depth) {
        return index.find(sought.question, sought.language, sought.vector, filter, depth).stream()
                .map(match -> match.comparable(vectors))
                .toList();
    }

    private Retrieval reranked(Sought sought, List<RankedPassage> passages, int count) {
        List<RankedPassage> first = passages.subList(0, Math.min(RERANKED, passages.size()));
        Similarities similarities = Similarities.of(sought.vector, first, vectors);
        List<RankedPassage> bySentences = SentenceReranker.rerank(first, similarities);
        List<RankedPassage> all =
                new ArrayList<>(reranker == null ? bySentences : reranker.rerank(sought.question, bySentences));
        all.addAll(passages.subList(first.size(), passages.size()));
        return new Retrieval(all.subList(0, Math.min(count, all.size())), similarities);
    }

    private List<FusedHit> baseline(Sought sought, int count, RankingMethod method) {
        float[] vector = sought.vector;
        int depth = Math.max(DEPTH, count);
        List<PassageHit> byWords = method == RankingMethod.VECTORS
                ? List.of()
                : index.findByWords(sought.question, sought.language, sought.filter, depth);
        List<PassageHit> byMeaning = vector == null || method == RankingMethod.WORDS
                ? List.of()
                : index.findByVector(vector, sought.filter, depth);
        return RankFusion.reciprocalRanks(byWords, byMeaning);
    }

    /** The language of most passages. */
    public Language mainLanguage() {
        return index.mainLanguage();
    }

    /** How many passages are found by words alone for now, because their vectors are still to be made. */
    public int passagesWithoutVector() {
        return vectors.available() ? index.embeddingDue() : 0;
    }

    /** What is looked for. Nobody changes the vector, which is null where it is searched by words alone. */
    private static final class Sought {

        private final String question;
        private final Language language;
        private final float @Nullable [] vector;
        private final DocumentFilter filter;

        Sought(String question, Language language, float @Nullable [] vector, DocumentFilter filter) {
            this.question = question;
            this.language = language;
            this.vector = vector;
            this.filter = filter;
        }
    }
}
