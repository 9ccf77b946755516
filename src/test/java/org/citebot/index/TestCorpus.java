package org.citebot.index;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.TestDocuments;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/** A store, its index and its vectors in a folder: closed and opened again as a process would. */
final class TestCorpus implements AutoCloseable {

    private static final List<String> WORDS = List.of(
            "border", "river", "troops", "decree", "winter", "bridge", "harvest", "council", "signal", "market");

    /** For all tests, because dictionaries are slow to load. */
    private static final TextAnalysis ANALYSIS = new TextAnalysis();

    private final Path folder;
    private final CorpusStore store;
    private final PassageVectors vectors;
    private final PassageIndex index;
    private final CorpusIndexer indexer;

    private TestCorpus(Path folder, Path vectorFile, @Nullable Embedder embedder) {
        this.folder = folder;
        this.store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        this.vectors = new PassageVectors(VectorCache.open(vectorFile), embedder);
        this.index = PassageIndex.open(indexFolder(), ANALYSIS, embedder == null ? "none" : embedder.model());
        this.indexer = new CorpusIndexer(store, index, vectors);
    }

    static TestCorpus open(Path folder, @Nullable Embedder embedder) {
        return new TestCorpus(folder, folder.resolve("vectors.db"), embedder);
    }

    static TestCorpus open(Path folder, Path vectorFile, Embedder embedder) {
        return new TestCorpus(folder, vectorFile, embedder);
    }

    Path indexFolder() {
        return folder.resolve("index");
    }

    CorpusStore store() {
        return store;
    }

    PassageIndex index() {
        return index;
    }

    CorpusIndexer indexer() {
        return indexer;
    }

    PassageVectors vectors() {
        return vectors;
    }

    TestCorpus put(NewDocument document) {
        store.put(document, Origin.ADDED);
        return this;
    }

    TestCorpus put(String id, String text) {
        return put(TestDocuments.english(id, text));
    }

    /** Documents of a few passages of a few random words each. */
    TestCorpus putRandom(Random random, int documents) {
        for (int i = 0; i < documents; i++) {
            put(
                    "r" + i,
                    Stream.generate(() -> sentence(random) + " " + sentence(random))
                            .limit(1 + random.nextInt(3))
                            .collect(Collectors.joining("\n\n")));
        }
        return this;
    }

    static String sentence(Random random) {
        return random.ints(3 + random.nextInt(8), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" ", "The ", "."));
    }

    /** The ids of the best ten passages, by words and by vector, for some questions. */
    List<List<String>> topTen() {
        return WORDS.stream()
                .flatMap(word -> Stream.of(find(word + " bridge"), near("the " + word)))
                .toList();
    }

    List<String> find(String question) {
        return ids(index.findByWords(question, Language.ENGLISH, DocumentFilter.ALL, 10));
    }

    List<String> near(String question) {
        return ids(index.findByVector(CountingEmbedder.vector(question), DocumentFilter.ALL, 10));
    }

    /** Ties have no order of their own: equal scores are sorted by id. */
    static List<String> ids(List<PassageHit> hits) {
        return hits.stream()
                .sorted((one, other) -> one.score() != other.score()
                        ? Float.compare(other.score(), one.score())
                        : one.id().toString().compareTo(other.id().toString()))
                .map(hit -> hit.id().toString())
                .toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
