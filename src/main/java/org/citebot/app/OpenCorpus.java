package org.citebot.app;

import java.nio.file.Path;
import java.time.Duration;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.GeneratedComposer;
import org.citebot.answering.QuestionTranslator;
import org.citebot.answering.StatementAnswerer;
import org.citebot.corpus.CorpusStore;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.Embedder;
import org.citebot.index.EmbeddingProgress;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.language.LanguageDetector;
import org.citebot.retrieval.PassageReranker;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.Retriever;
import org.citebot.retrieval.SentenceRanker;
import org.citebot.retrieval.StatementRetriever;
import org.citebot.statement.SpeakerRegister;
import org.citebot.statement.StatementArchive;
import org.jspecify.annotations.Nullable;

/**
 * The index of one corpus, open, and what answers from it, wired in the order in which they depend on each other. As
 * long as it is open it follows the store: whoever holds the writer indexes within a second what any process stores, and
 * everybody else sees that.
 *
 * <p>The index is opened when it is first asked for. To open it anew, which is the only way to become the holder of the
 * writer, closes the one before, so ask for an answerer after all waiting is done. For one thread, and for many once
 * that has been done.
 */
final class OpenCorpus implements AutoCloseable {

    private static final String NO_MODEL = "none";
    private static final Duration FOLLOWING = Duration.ofMillis(250);
    private static final Duration READING = Duration.ofMillis(500);
    private static final Duration EMBEDDING = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** A holder that embeds makes some passages a second. */
    private static final Duration EMBEDDING_PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final String model;
    private final CorpusStore store;
    private final StatementArchive statements;
    private final SpeakerRegister speakers;
    private final PassageVectors vectors;
    private final @Nullable PassageReranker reranker;
    private final TextAnalysis analysis = new TextAnalysis();
    private @Nullable Opened opened;

    /**
     * Nothing of the index is opened yet.
     *
     * @param folder where the index lies, beside the store
     * @param vectors the cache of vectors, shared with other corpora
     * @param embedder null to find by words alone
     * @param reranker null to leave passages as they were found
     */
    OpenCorpus(
            Path folder,
            CorpusStore store,
            StatementArchive statements,
            VectorCache vectors,
            @Nullable Embedder embedder,
            @Nullable PassageReranker reranker) {
        this.statements = statements;
        this.folder = folder;
        this.model = embedder == null ? NO_MODEL : embedder.model();
        this.store = store;
        this.speakers = new SpeakerRegister(store);
        this.vectors = new PassageVectors(vectors, embedder);
        this.reranker = reranker;
    }

    PassageVectors vectors() {
        return vectors;
    }

    PassageIndex index() {
        return opened().index;
    }

    /** What writes the index; only where this process holds the writer. */
    CorpusIndexer indexer() {
        return opened().indexer;
    }

    Retriever retriever() {
        return new Retriever(index(), vectors, store, reranker);
    }

    /** Whom the documents quote: one register for all who answer, as it holds something of every document. */
    SpeakerRegister speakers() {
        return speakers;
    }

    /** Who said what. */
    StatementRetriever statements() {
        return new StatementRetriever(store, speakers, index(), retriever(), analysis);
    }

    /**
     * Answers within a time.
     *
     * @param translator null to search with questions as they are given
     * @param writer null to answer in quotations
     */
    CorpusAnswerer answerer(
            @Nullable QuestionTranslator translator, @Nullable GeneratedComposer writer, Duration deadline) {
        return new CorpusAnswerer(
                store,
                new QuestionAnalyzer(new LanguageDetector(), analysis),
                retriever(),
                new SentenceRanker(analysis, index(), vectors),
                new StatementAnswerer(statements()),
                translator,
                writer,
                deadline);
    }

    /**
     * Brings the words of all that the store holds at this moment into the index, or waits until the holder of the
     * writer has done so.
     *
     * @return false if patience ran out: the newest documents are not found yet
     */
    boolean catchUp(Duration patience) {
        long revision = store.revision();
        Deadline deadline = new Deadline(patience);
        while (index().revision() < revision) {
            if (index().writable()) {
                indexer().catchUp();
            } else if (deadline.isOver()) {
                return false;
            } else {
                pause();
                reopen();
            }
        }
        return true;
    }

    /**
     * Waits until every passage that can have a vector has one; makes them, unless another process does.
     *
     * @return false if the holder of the writer makes none for a minute: the rest is found by words alone
     */
    boolean embed(EmbeddingProgress progress) {
        index().refresh();
        int all = vectors.available() ? index().embeddingDue() : 0;
        int due = all;
        Deadline deadline = new Deadline(EMBEDDING_PATIENCE);
        while (due > 0 && vectors.available()) {
            if (index().writable()) {
                indexer().embedDue(progress);
                return true;
            }
            if (deadline.isOver()) {
                return false;
            }
            progress.passagesDone(Math.max(0, all - due), all);
            pause();
            reopen();
            int before = due;
            due = index().embeddingDue();
            if (due != before) {
                deadline = new Deadline(EMBEDDING_PATIENCE);
            }
        }
        return true;
    }

    /**
     * Opens the index until this process holds the writer.
     *
     * @return false if patience ran out
     */
    boolean holdWriter(Duration patience) {
        Deadline deadline = new Deadline(patience);
        while (!index().writable()) {
            if (deadline.isOver()) {
                return false;
            }
            pause();
            reopen();
        }
        return true;
    }

    /** From here on, whoever holds the writer embeds what is stored; ends with the embedder, so close that first. */
    void embedInBackground() {
        Opened current = opened();
        if (current.index.writable()) {
            current.work.every(
                    EMBEDDING, "Reading for meaning", () -> current.indexer.embedDue(EmbeddingProgress.SILENT));
        }
    }

    /** Begins nothing more in the background. */
    void stop() {
        if (opened != null) {
            opened.work.stop();
        }
    }

    private Opened opened() {
        if (opened == null) {
            PassageIndex index = PassageIndex.open(folder.resolve("index"), analysis, model);
            opened = new Opened(index, new CorpusIndexer(store, index, vectors, statements), new PeriodicWork());
            opened.follow();
        }
        return opened;
    }

    private void reopen() {
        close();
        opened();
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
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    /** An open index, with the one indexer that may write it: it lets no two threads write the same document. */
    private record Opened(PassageIndex index, CorpusIndexer indexer, PeriodicWork work) {

        void follow() {
            if (index.writable()) {
                work.every(FOLLOWING, "Indexing what was stored", indexer::catchUp);
                work.every(READING, "Reading who said what", indexer::readStatements);
            } else {
                work.every(FOLLOWING, "Reading the index anew", index::refresh);
            }
        }

        void close() {
            work.close();
            index.close();
        }
    }

    /** When patience ends. */
    private static final class Deadline {

        private final long end;

        Deadline(Duration patience) {
            this.end = System.nanoTime() + patience.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() - end > 0;
        }
    }
}
