package org.citebot.ingestion;

import java.nio.file.Path;
import java.util.function.Function;
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
import org.citebot.statement.StatementArchive;
import org.jspecify.annotations.Nullable;

/**
 * From a file to a stored document: parse, clean, split, extract statements, store. What is stored is safe; the index
 * follows. For many threads.
 */
public final class DocumentIngestor {

    private final CorpusStore store;
    private final DocumentParser parser = new DocumentParser();
    private final StatementArchive statements;

    /** Stores into one corpus. */
    public DocumentIngestor(CorpusStore store) {
        this(store, new StatementArchive(store));
    }

    /** The same, where the rules of extraction are loaded already. */
    public DocumentIngestor(CorpusStore store, StatementArchive statements) {
        this.store = store;
        this.statements = statements;
    }

    /** Adds one file by itself. Its id is that of its front matter, else its name without the ending. */
    public IngestionResult add(Path file) {
        return add(file, document -> store.put(document, Origin.ADDED));
    }

    /** The same, stored in another way, such as one that keeps a record of it. */
    public IngestionResult add(Path file, Function<NewDocument, StoredChange> storing) {
        return switch (parser.parse(file)) {
            case Unreadable unreadable -> new Rejected(unreadable.message());
            case ParsedDocument parsed -> {
                DocumentId id = idOf(parsed, file.getFileName().toString());
                yield id == null ? notAnId(file.toString()) : result(id, storing.apply(document(id, parsed)));
            }
        };
    }

    /**
     * Adds or updates the document of a file in a folder that is kept in step.
     *
     * @param before what the file was when it was last seen; null if it never was a document
     * @param content what was read of it
     */
    IngestionResult sync(
            Origin origin, OriginFile seen, @Nullable DocumentId before, String shownName, byte[] content) {
        return switch (parser.parse(shownName, content)) {
            case Unreadable unreadable -> reject(origin, seen, before, new Rejected(unreadable.message()));
            case ParsedDocument parsed -> {
                DocumentId id = idOf(parsed, seen.path());
                if (id == null) {
                    yield reject(origin, seen, before, notAnId(shownName));
                }
                yield store.put(document(id, parsed), origin, seen.becoming(id))
                        .map(change -> result(id, change))
                        .orElseGet(() -> new Rejected(shownName + " has the id of another document, " + id
                                + "; give it an id of its own in its front matter"));
            }
        };
    }

    /** Notes the problem, so that the file is not read again before it changes. Its last good version still answers. */
    private Rejected reject(Origin origin, OriginFile seen, @Nullable DocumentId before, Rejected rejected) {
        store.note(origin, seen.rejected(before, rejected.message()));
        return rejected;
    }

    private static Rejected notAnId(String shownName) {
        return new Rejected(shownName + " has a path that is too long or too blank for a document id; "
                + "give it an id in its front matter");
    }

    private NewDocument document(DocumentId id, ParsedDocument parsed) {
        return statements.read(new NewDocument(id, parsed.details(), parsed.text(), parsed.passages()));
    }

    /** Null if the file names no id, and its path cannot be one. */
    private static @Nullable DocumentId idOf(ParsedDocument parsed, String path) {
        if (parsed.id() != null) {
            return parsed.id();
        }
        int ending = path.lastIndexOf('.');
        String id = ending > path.lastIndexOf('/') + 1 ? path.substring(0, ending) : path;
        return DocumentId.isValid(id) ? new DocumentId(id) : null;
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
