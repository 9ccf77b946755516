package org.citebot.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.GeneratedComposer;
import org.citebot.corpus.CorpusStore;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.Embedder;
import org.citebot.index.EmbeddingProgress;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.ingestion.DocumentIngestor;
import org.citebot.language.LanguageDetector;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.Retriever;
import org.citebot.retrieval.SentenceRanker;
import org.jspecify.annotations.Nullable;

/**
 * One corpus, open: the store, the index beside it, and what answers from them, wired in the order in which they depend
 * on each other. The index is opened after the store has been brought up to date, to be waited for only once.
 */
final class OpenCorpus implements AutoCloseable {

    private static final String NO_MODEL = "none";
    private static final Duration WRITER_PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path folder;
    private final String model;
    private final CorpusStore store;
    private final DocumentIngestor ingestor;
    private final PassageVectors vectors;
    private final TextAnalysis analysis = new TextAnalysis();
    private @Nullable PassageIndex index;

    /**
     * Opens the store in a folder, and nothing of the index yet.
     *
     * @param vectorFile the cache of vectors, shared with other corpora
     * @param embedder null to find by words alone
     */
    OpenCorpus(Path folder, Path vectorFile, @Nullable Embedder embedder, Clock clock) {
        this.folder = folder;
        this.model = embedder == null ? NO_MODEL : embedder.model();
        this.store = CorpusStore.open(folder.resolve("corpus.db"), clock);
        this.ingestor = new DocumentIngestor(store);
        this.vectors = new PassageVectors(VectorCache.open(vectorFile), embedder);
    }

    CorpusStore store() {
        return store;
    }

    DocumentIngestor ingestor() {
        return ingestor;
    }

    PassageVectors vectors() {
        return vectors;
    }

    /** The index, with the words of all that the store holds at this moment. */
    PassageIndex index() {
        if (index == null) {
            index = openIndex(store.revision());
        }
        return index;
    }

    /** What writes the index; only where this process holds the writer. */
    CorpusIndexer indexer() {
        return new CorpusIndexer(store, index(), vectors);
    }

    Retriever retriever() {
        return new Retriever(index(), vectors, store);
    }

    /** Answers in quotations. */
    CorpusAnswerer answerer() {
        return answerer(null, CorpusAnswerer.DEFAULT_DEADLINE);
    }

    /**
     * Answers within a time.
     *
     * @param writer null to answer in quotations
     */
    CorpusAnswerer answerer(@Nullable GeneratedComposer writer, Duration deadline) {
        return new CorpusAnswerer(
                store,
                new QuestionAnalyzer(new LanguageDetector(), analysis),
                retriever(),
                new SentenceRanker(analysis, index(), vectors),
                writer,
                deadline);
    }

    /** Waits until every passage that can have a vector has one; makes them, unless another process does. */
    void embed(EmbeddingProgress progress) {
        while (vectors.available() && index().embeddingDue() > 0) {
            if (index().writable()) {
                indexer().embedDue(progress);
                return;
            }
            pause();
            reopen();
        }
    }

    /** Opens the index until this process holds the writer. {@code waiting} is run once if another one holds it. */
    void holdWriter(Runnable waiting) {
        if (!index().writable()) {
            waiting.run();
        }
        while (!index().writable()) {
            pause();
            reopen();
        }
    }

    /** Makes the index anew from the store. */
    void reindex() {
        holdWriter(() -> {});
        indexer().rebuild();
    }

    private void reopen() {
        close();
        index = openIndex(store.revision());
    }

    private PassageIndex openIndex(long revision) {
        long patience = System.nanoTime() + WRITER_PATIENCE.toNanos();
        while (true) {
            PassageIndex opened = PassageIndex.open(folder.resolve("index"), analysis, model);
            if (opened.writable()) {
                new CorpusIndexer(store, opened, vectors).catchUp();
                return opened;
            }
            if (opened.revision() >= revision) {
                return opened;
            }
            opened.close();
            if (System.nanoTime() > patience) {
                throw new UserError(
                        ExitCode.FAILED,
                        "Another Citebot has been indexing " + folder + " for minutes; try again when it is done.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(ExitCode.FAILED, "Interrupted.");
        }
    }

    @Override
    public void close() {
        if (index != null) {
            index.close();
            index = null;
        }
    }
}
