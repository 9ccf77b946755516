package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.corpus.TestDocuments.details;
import static org.citebot.corpus.TestDocuments.document;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.Origin;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.CrossEncoder;
import org.citebot.index.CrossEncoderFiles;
import org.citebot.index.ModelFiles;
import org.citebot.index.OnnxCrossEncoder;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageRerankerTest {

    private static final String QUESTION = "harbour";

    @TempDir
    Path folder;

    private final TextAnalysis analysis = new TextAnalysis();
    private CorpusStore store;
    private PassageIndex index;
    private PassageVectors vectors;

    @BeforeEach
    void open() {
        store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        index = PassageIndex.open(folder.resolve("index"), analysis, "none");
        vectors = new PassageVectors(VectorCache.open(folder.resolve("vectors.db")), null);
        store("often", "Harbour harbour harbour: twelve million crowns.");
        store("twice", "The harbour, an old harbour, was cheap and stood there for years.");
        store("once", "The harbour was closed after a crane fell into the water, and the town was short of fish.");
        new CorpusIndexer(store, index, vectors).catchUp();
    }

    @AfterEach
    void close() {
        index.close();
        analysis.close();
    }

    @Test
    void aModelInFilesPutsPassagesInAnotherOrder() {
        CrossEncoderFiles files =
                new CrossEncoderFiles(ModelFiles.copy("words.onnx", folder), ModelFiles.copy("words.json", folder));
        // Words alone find them equal: the first by its name.
        store("a", "Harbour, harbour, harbour, harbour.");
        store("b", "The harbour was the harbour, the harbour was the harbour.");
        new CorpusIndexer(store, index, vectors).catchUp();
        try (CrossEncoder encoder = OnnxCrossEncoder.load(folder.resolve("native"), files)) {
            List<RankedPassage> before = find("the harbour was", null);
            List<RankedPassage> after = find("the harbour was", new PassageReranker(encoder, Duration.ofMinutes(1)));

            assertThat(ids(before)).startsWith("a", "b");
            assertThat(ids(after)).startsWith("b", "a");
            assertThat(after)
                    .extracting(RankedPassage::score)
                    .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        }
    }

    @Test
    void whatItIsSureOfComesFirst() {
        PassageReranker reranker = new PassageReranker(liking("crane"), Duration.ofMinutes(1));

        assertThat(ids(find(QUESTION, null))).containsExactly("often", "twice", "once");
        assertThat(ids(find(QUESTION, reranker))).startsWith("once");
    }

    @Test
    void itStopsWhenItsTimeIsOver() {
        List<String> read = new ArrayList<>();
        CrossEncoder slow = new Judge(passage -> {
            read.add(passage);
            pause();
            return passage.contains("crane") ? 1 : 0;
        });

        assertThat(ids(find(QUESTION, new PassageReranker(slow, Duration.ofMillis(1)))))
                .containsExactly("often", "twice", "once");
        assertThat(read).hasSize(1);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CrossEncoder liking(String word) {
        return new Judge(passage -> passage.contains(word) ? 1 : 0);
    }

    private void store(String id, String text) {
        store.put(document(id, details("Report", Language.ENGLISH, null), text), Origin.ADDED);
    }

    private List<RankedPassage> find(String question, @Nullable PassageReranker reranker) {
        return new Retriever(index, vectors, store, reranker)
                .retrieve(question, Language.ENGLISH, DocumentFilter.ALL, 10)
                .passages();
    }

    private static List<String> ids(List<RankedPassage> passages) {
        return passages.stream()
                .map(passage -> passage.version().document().value())
                .toList();
    }

    /** Judges passages whatever the question. */
    private record Judge(ToDoubleFunction<String> judgement) implements CrossEncoder {

        @Override
        public double score(String question, String passage) {
            return judgement.applyAsDouble(passage);
        }

        @Override
        public void close() {}
    }
}
