package org.citebot.ingestion;

import java.nio.file.Path;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.OriginFile;
import org.citebot.corpus.StoredChange;
import org.citebot.ingestion.IngestionResult.Added;
import org.citebot.ingestion.IngestionResult.Rejected;
import org.citebot.ingestion.IngestionResult.Restored;
import org.citebot.ingestion.IngestionResult.Unchanged;
import org.citebot.ingestion.IngestionResult.Updated;
import org.citebot.ingestion.ParsedFile.ParsedDocument;
import org.citebot.ingestion.ParsedFile.Unreadable;

/** From a file to a stored document: parse, clean, split, store. What is stored is safe; the index follows. For many threads. */
public final class DocumentIngestor {

    private final CorpusStore store;
    private final DocumentParser parser = new DocumentParser();

    /** Stores into one corpus. */
    public DocumentIngestor(CorpusStore store) {
        this.store = store;
    }

    /** Adds one file by itself. Its id is that of its front matter, else its name without the ending. */
    public IngestionResult add(Path file) {
        return switch (parser.parse(file)) {
            case Unreadable unreadable -> new Rejected(unreadable.message());
            case ParsedDocument parsed -> {
                NewDocument document = document(parsed, idOf(file.getFileName().toString()));
                yield result(document.id(), store.put(document, Origin.ADDED));
            }
        };
    }

    /** Adds or updates the document of a file in a folder that is kept in step; {@code content} is what was read of it. */
    IngestionResult sync(Origin origin, OriginFile seen, String shownName, byte[] content) {
        return switch (parser.parse(shownName, content)) {
            case Unreadable unreadable -> {
                // Noted, so that it is not read again before it changes.
                store.note(origin, seen.rejected(unreadable.message()));
                yield new Rejected(unreadable.message());
            }
            case ParsedDocument parsed -> {
                NewDocument document = document(parsed, idOf(seen.path()));
                yield store.put(document, origin, seen.becoming(document.id()))
                        .map(change -> result(document.id(), change))
                        .orElseGet(() -> new Rejected(shownName + " has the id of another document, " + document.id()
                                + "; give it an id of its own in its front matter"));
            }
        };
    }

    private static NewDocument document(ParsedDocument parsed, DocumentId fallback) {
        DocumentId id = parsed.id() == null ? fallback : parsed.id();
        return new NewDocument(id, parsed.details(), parsed.text(), parsed.passages());
    }

    private static DocumentId idOf(String path) {
        int ending = path.lastIndexOf('.');
        return new DocumentId(ending > path.lastIndexOf('/') + 1 ? path.substring(0, ending) : path);
    }

    private static IngestionResult result(DocumentId id, StoredChange change) {
        return switch (change) {
            case ADDED -> new Added(id);
            case UPDATED -> new Updated(id);
            case RESTORED -> new Restored(id);
            case UNCHANGED -> new Unchanged(id);
        };
    }
}
