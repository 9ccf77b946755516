package org.citebot.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.EmbeddingProgress;
import org.citebot.ingestion.FolderSync;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a running bot's corpus up to date: what any process stores is found by words well within a second, files of the
 * folder are noticed within seconds, vectors follow in the background. A failure is logged and tried again.
 */
final class CorpusKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CorpusKeeper.class);
    private static final Duration STORE_INTERVAL = Duration.ofMillis(250);
    private static final Duration FOLDER_INTERVAL = Duration.ofSeconds(5);
    private static final Duration EMBEDDING_INTERVAL = Duration.ofSeconds(1);

    private final CorpusIndexer indexer;
    private final FolderSync folder;
    private final List<Thread> threads = new ArrayList<>();

    CorpusKeeper(CorpusIndexer indexer, FolderSync folder) {
        this.indexer = indexer;
        this.folder = folder;
    }

    void start() {
        every(STORE_INTERVAL, "index", indexer::catchUp);
        every(FOLDER_INTERVAL, "folder", () -> folder.sync(LOG::debug));
        every(EMBEDDING_INTERVAL, "embedding", () -> indexer.embedDue(EmbeddingProgress.SILENT));
    }

    private void every(Duration interval, String name, Runnable work) {
        threads.add(Thread.ofVirtual().name("corpus-" + name).start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    if (!Thread.currentThread().isInterrupted()) {
                        LOG.error("Keeping the {} up to date failed; it is tried again", name, e);
                    }
                }
                try {
                    Thread.sleep(interval);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }));
    }

    /** Ends the work and waits until it has ended. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
