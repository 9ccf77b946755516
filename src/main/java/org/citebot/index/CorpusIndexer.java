package org.citebot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.citebot.corpus.CorpusChanges;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.statement.Statement;
import org.citebot.statement.StatementArchive;

/**
 * Keeps the index in step with the store: words and statements at once, vectors when the model has made them. What is interrupted goes
 * on where it stopped, because the index says how far it has come and the cache holds every vector made. For many
 * threads; only in the process that holds the writer.
 */
public final class CorpusIndexer {

    private static final int DOCUMENTS_A_COMMIT = 500;
    private static final int PASSAGES_A_ROUND = 64;
    private static final int DOCUMENTS_A_READING = 50;

    private final CorpusStore store;
    private final PassageIndex index;
    private final PassageVectors vectors;
    private final StatementArchive statements;
    private final AtomicBoolean swept = new AtomicBoolean();
    /** One at a time writes a document, so that nobody puts an older version in the place of a newer one. */
    private final ReentrantLock writing = new ReentrantLock();

    /** With an archive of its own. */
    public CorpusIndexer(CorpusStore store, PassageIndex index, PassageVectors vectors) {
        this(store, index, vectors, new StatementArchive(store));
    }

    /** Nothing happens until a method is called. */
    public CorpusIndexer(CorpusStore store, PassageIndex index, PassageVectors vectors, StatementArchive statements) {
        this.store = store;
        this.index = index;
        this.vectors = vectors;
        this.statements = statements;
    }

    /**
     * Indexes the words of what changed in the store since the index's revision, and those vectors that are cached.
     *
     * @return whether anything had changed
     */
    public boolean catchUp() {
        writing.lock();
        try {
            CorpusChanges changes = changes();
            if (changes.store().equals(index.store()) && changes.revision() == index.revision()) {
                return false;
            }
            List<DocumentId> documents = changes.documents();
            for (int from = 0; from < documents.size(); from += DOCUMENTS_A_COMMIT) {
                write(documents.subList(from, Math.min(documents.size(), from + DOCUMENTS_A_COMMIT)));
            }
            index.commit(changes.store(), changes.revision());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written", e);
        } finally {
            writing.unlock();
        }
    }

    private CorpusChanges changes() throws IOException {
        CorpusChanges changes = store.changesSince(index.revision());
        if (changes.store().equals(index.store()) && changes.revision() >= index.revision()) {
            return changes;
        }
        // Another store, or an older state of this one, lies where the indexed one lay: nothing here means anything.
        index.clear(changes.store());
        return store.changesSince(0);
    }

    /**
     * Embeds every passage that lacks its vector, and its sentences. Does nothing where there is no model. May be
     * interrupted at any moment: what was made is kept.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while the model works
     */
    public void embedDue(EmbeddingProgress progress) {
        index.refresh();
        int all = index.embeddingDue();
        int done = 0;
        // Every round serves a passage at least, so that many rounds are enough, whatever is added meanwhile.
        for (int round = 0; round < all && done < all && goesOn(); round++) {
            progress.passagesDone(done, all);
            embedRound();
            done = Math.max(done, all - index.embeddingDue());
        }
        progress.passagesDone(done, all);
    }

    private boolean goesOn() {
        return vectors.available() && !Thread.currentThread().isInterrupted();
    }

    private void embedRound() {
        Collection<DocumentId> round = index.documentsToEmbed(PASSAGES_A_ROUND);
        // Slow, so without the lock; what is written then is what the store holds at that moment.
        for (DocumentVersion version : store.current(round).values()) {
            vectors.embed(version);
        }
        if (!vectors.available()) {
            return;
        }
        writing.lock();
        try {
            write(round);
            index.commit(index.store(), index.revision());
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written", e);
        } finally {
            writing.unlock();
        }
    }

    /** Makes the words of the index anew from the store. The vectors come from the cache. */
    public void rebuild() {
        writing.lock();
        try {
            index.clear(index.store());
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written", e);
        } finally {
            writing.unlock();
        }
        catchUp();
    }

    /**
     * Has the statements read of some documents that nobody has read yet, or older rules have; what is found is stored, and
     * {@link #catchUp} indexes it. Slow, and holds no lock.
     *
     * @return false when all are read
     */
    public boolean readStatements() {
        if (!swept.getAndSet(true)) {
            statements.sweep();
        }
        return statements.renew(DOCUMENTS_A_READING) == DOCUMENTS_A_READING;
    }

    private void write(Collection<DocumentId> ids) throws IOException {
        Map<DocumentId, DocumentVersion> current = store.current(ids);
        Map<DocumentId, List<Statement>> said = statements.stored(current);
        for (DocumentId id : ids) {
            DocumentVersion version = current.get(id);
            List<Document> documents = new ArrayList<>();
            if (version != null) {
                documents.addAll(documents(version));
                documents.addAll(StatementFields.write(version, said.getOrDefault(id, List.of())));
            }
            index.replace(id, documents);
        }
    }

    private List<Document> documents(DocumentVersion version) {
        boolean embeddable = vectors.embeds(version);
        Map<String, float[]> known = embeddable ? vectors.cached(version) : Map.of();
        List<Document> documents = new ArrayList<>();
        for (Passage passage : version.passages()) {
            float[] vector = known.get(PassageVectors.embeddedText(version, passage));
            documents.add(PassageFields.write(version, passage, vector, embeddable));
        }
        return documents;
    }
}
