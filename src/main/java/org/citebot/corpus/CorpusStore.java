package org.citebot.corpus;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The documents and all their versions: the truth that the index is derived from. Every method is one transaction,
 * durable when it returns, and sees what other processes have committed. For many threads.
 */
public final class CorpusStore {

    private static final int NEWEST_MIGRATION = 5;

    private final Database database;
    private final Jdbi jdbi;
    private final Clock clock;

    private CorpusStore(Database database, Clock clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** Opens the store in a file, making it where missing. */
    public static CorpusStore open(Path file, Clock clock) {
        return new CorpusStore(Database.open(file, "db/corpus", NEWEST_MIGRATION), clock);
    }

    /** The number of the newest change that answers can see. */
    public long revision() {
        return jdbi.withHandle(CorpusStore::revision);
    }

    /** The documents changed after a revision, in one consistent view with the newest revision. */
    public CorpusChanges changesSince(long revision) {
        // One statement, because a transaction would take the lock that writers wait for.
        List<Change> changes = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.store, s.revision, d.id FROM corpus_state s LEFT JOIN document d ON d.revision > :revision
                        ORDER BY d.revision, d.id""")
                .bind("revision", revision)
                .map((row, context) -> new Change(row.getString("store"), row.getLong("revision"), row.getString("id")))
                .list());
        List<DocumentId> documents = new ArrayList<>();
        for (Change change : changes) {
            if (change.document() != null) {
                documents.add(new DocumentId(change.document()));
            }
        }
        return new CorpusChanges(changes.getFirst().store(), changes.getFirst().revision(), documents);
    }

    /** The version of a document that answers; empty if it was removed or never was. */
    public Optional<DocumentVersion> current(DocumentId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.* FROM document d JOIN document_version v ON v.document = d.id AND v.version = d.version
                        WHERE d.id = :id AND d.removed IS NULL""")
                .bind("id", id.value())
                .map((row, context) -> DocumentRows.version(row))
                .findOne());
    }

    /** The versions that answer of these documents; those removed are missing. */
    public Map<DocumentId, DocumentVersion> current(Collection<DocumentId> ids) {
        return jdbi.withHandle(handle -> DocumentRows.current(handle, ids));
    }

    /** For several reads in a row. */
    public CorpusReader reader() {
        return new CorpusReader(jdbi.open());
    }

    /** The documents that answer, by id. */
    public List<DocumentSummary> list() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.*, d.origin, (SELECT min(c.number) FROM document_change c WHERE c.document = d.id) AS number
                        FROM document d JOIN document_version v ON v.document = d.id AND v.version = d.version
                        WHERE d.removed IS NULL ORDER BY d.id""")
                .map((row, context) -> DocumentRows.summary(row))
                .list());
    }

    /** How many documents pass a filter, and their dates. */
    public CorpusExtent extent(DocumentFilter filter) {
        return jdbi.withHandle(handle -> DocumentRows.extent(handle, filter));
    }

    /**
     * Stores a document that somebody brings. An existing one gets a new version and keeps its origin; equal content
     * changes nothing, but brings back what had been removed.
     */
    public StoredChange put(NewDocument document, Origin origin) {
        return inTransaction(transaction -> transaction.put(document, origin, (PersonId) null));
    }

    /**
     * Stores a document of a folder together with what was seen of its file. While the content of the file is the same,
     * under whatever name, a document that a person removed or edited stays as that person left it. A document that the
     * file was before and is no longer is removed.
     *
     * @return empty, and nothing is stored, if the id belongs to another file of the folder or to another origin
     */
    public Optional<StoredChange> put(NewDocument document, Origin origin, OriginFile file) {
        return inTransaction(transaction -> transaction.put(document, origin, file));
    }

    /** Removes a document on somebody's word. Its versions stay; false if it did not answer anyway. */
    public boolean remove(DocumentId id) {
        return inTransaction(transaction -> transaction.remove(id, null, null));
    }

    /** What was last seen of the files of a folder, by path. */
    public Map<String, OriginFile> files(Origin origin) {
        return jdbi.withHandle(handle -> OriginFileRows.all(handle, origin));
    }

    /** Notes what was seen of a file without touching any document. */
    public void note(Origin origin, OriginFile file) {
        jdbi.useTransaction(handle -> OriginFileRows.write(handle, origin, file));
    }

    /**
     * Forgets a file of a folder and removes its document, unless it came from elsewhere.
     *
     * @return whether a document stopped answering
     */
    public boolean forget(Origin origin, OriginFile file) {
        return inTransaction(transaction -> transaction.forget(origin, file));
    }

    /** The origin of a document, whether it answers or was removed; empty if it never was. */
    public Optional<Origin> origin(DocumentId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT origin FROM document WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .map(Origin::new)
                .findOne());
    }

    /** The number by which people call a document, see {@link DocumentSummary}; empty if it never was. */
    public Optional<Long> number(DocumentId id) {
        return jdbi.withHandle(handle -> ChangeRows.firstOf(handle, id));
    }

    /** The document of a number, whether it answers or was removed. */
    public Optional<DocumentId> document(long number) {
        return jdbi.withHandle(handle -> ChangeRows.beganWith(handle, number));
    }

    /** Any version of a document, whether it answers or not. */
    public Optional<DocumentVersion> version(DocumentId id, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM document_version WHERE document = :id AND version = :version")
                .bind("id", id.value())
                .bind("version", version)
                .map((row, context) -> DocumentRows.version(row))
                .findOne());
    }

    /** What was read out of the versions that answer of these documents; a damaged one counts as missing. */
    public List<StoredExtract> extracts(Collection<DocumentId> ids) {
        return ids.isEmpty() ? List.of() : jdbi.withHandle(handle -> ExtractRows.current(handle, ids));
    }

    /** On which day these documents came out; those without a date are missing. */
    public Map<DocumentId, LocalDate> published(Collection<DocumentId> ids) {
        Map<DocumentId, LocalDate> days = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT d.id, v.published FROM document d
                        JOIN document_version v ON v.document = d.id AND v.version = d.version
                        WHERE d.id IN (<ids>) AND v.published IS NOT NULL""")
                .bindList("ids", ids.stream().map(DocumentId::value).toList())
                .map((row, context) ->
                        Map.entry(new DocumentId(row.getString("id")), LocalDate.parse(row.getString("published"))))
                .forEach(day -> days.put(day.getKey(), day.getValue())));
        return days;
    }

    /** Some versions that answer and whose extract is missing or of another make, at most {@code count}. */
    public List<DocumentVersion> withoutExtract(String make, int count) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.* FROM document d JOIN document_version v ON v.document = d.id AND v.version = d.version
                        LEFT JOIN version_extract e ON e.document = d.id AND e.version = d.version
                        WHERE d.removed IS NULL AND (e.make IS NULL OR e.make <> :make) ORDER BY d.revision LIMIT :count""")
                .bind("make", make)
                .bind("count", count)
                .map((row, context) -> DocumentRows.version(row))
                .list());
    }

    /** Stores extracts that were made again. */
    public void putExtracts(Map<DocumentVersion, Extract> extracts) {
        jdbi.useTransaction(handle -> {
            CorpusTransaction transaction = new CorpusTransaction(handle, clock);
            extracts.forEach(transaction::put);
        });
    }

    /** Deletes the extracts that are damaged, so that they are made again; says how many. Reads all of them. */
    public int sweepExtracts() {
        List<StoredExtract> damaged = jdbi.withHandle(ExtractRows::damaged);
        if (!damaged.isEmpty()) {
            jdbi.useTransaction(handle -> ExtractRows.delete(handle, damaged));
        }
        return damaged.size();
    }

    /** All changes of a document, the oldest first; empty if it never was. */
    public List<DocumentChange> history(DocumentId id) {
        return jdbi.withHandle(handle -> ChangeRows.history(handle, id));
    }

    /** A person's last change that was not taken back, and that took none back itself. */
    public Optional<DocumentChange> lastChange(PersonId author) {
        return jdbi.withHandle(handle -> ChangeRows.lastOf(handle, author));
    }

    /**
     * Makes a document answer with the content of one of its versions again, see {@link CorpusTransaction#restore}.
     *
     * @return empty if there is no such version
     */
    public Optional<StoredChange> restore(DocumentId id, int version) {
        return inTransaction(transaction -> transaction.restore(id, version, null, null));
    }

    /**
     * A page of the documents whose id, title or source holds every word of a query, in small or capital letters.
     *
     * @param words blank for all documents
     * @param removed whether to look among those that were removed, rather than among those that answer
     * @param limit how many at most
     */
    public DocumentPage find(String words, boolean removed, int offset, int limit) {
        return jdbi.withHandle(handle -> DocumentRows.find(handle, words, removed, offset, limit));
    }

    /** Runs changes as one; what {@code work} throws undoes them all and is thrown on. */
    public <T> T inTransaction(Function<CorpusTransaction, T> work) {
        return jdbi.inTransaction(handle -> work.apply(new CorpusTransaction(handle, clock)));
    }

    /** As {@link Database#emptyLog}: what was erased is in no file from then on. */
    public void emptyLog() {
        database.emptyLog();
    }

    /** Reads the tables that other packages keep in the same file. */
    public <T> T read(Function<Handle, T> query) {
        return jdbi.withHandle(query::apply);
    }

    private static long revision(Handle handle) {
        return handle.createQuery("SELECT revision FROM corpus_state")
                .mapTo(Long.class)
                .one();
    }

    private record Change(
            String store, long revision, @Nullable String document) {}
}
