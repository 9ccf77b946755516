package org.citebot.corpus;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The documents and all their versions: the truth that the index is derived from. Every method is one transaction,
 * durable when it returns, and sees what other processes have committed. For many threads.
 */
public final class CorpusStore {

    private static final int NEWEST_MIGRATION = 1;
    private static final String PERSON = "person";
    private static final String ORIGIN = "origin";

    private final Jdbi jdbi;
    private final Clock clock;

    private CorpusStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Opens the store in a file, making it where missing. */
    public static CorpusStore open(Path file, Clock clock) {
        return new CorpusStore(
                Database.open(file, "db/corpus", NEWEST_MIGRATION).jdbi(), clock);
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
        Map<DocumentId, DocumentVersion> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery("""
                            SELECT v.* FROM document d JOIN document_version v ON v.document = d.id AND v.version = d.version
                            WHERE d.id IN (<ids>) AND d.removed IS NULL""")
                    .bindList("ids", ids.stream().map(DocumentId::value).toList())
                    .map((row, context) -> DocumentRows.version(row))
                    .forEach(version -> found.put(version.document(), version)));
        }
        return found;
    }

    /** The documents that answer, by id. */
    public List<DocumentSummary> list() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.*, d.origin FROM document d
                        JOIN document_version v ON v.document = d.id AND v.version = d.version
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
        return jdbi.inTransaction(handle -> put(handle, document, origin));
    }

    /**
     * Stores a document of a folder together with what was seen of its file. While the content of the file is the same,
     * under whatever name, a document that a person removed or edited stays as that person left it. A document that the
     * file was before and is no longer is removed.
     *
     * @return empty, and nothing is stored, if the id belongs to another file of the folder or to another origin
     */
    public Optional<StoredChange> put(NewDocument document, Origin origin, OriginFile file) {
        return jdbi.inTransaction(handle -> {
            OriginFileRows.find(handle, origin, file.path())
                    .filter(before -> !document.id().equals(before.document()))
                    .ifPresent(before -> forget(handle, origin, before));
            if (OriginFileRows.claimed(handle, document.id(), origin, file.path())) {
                return Optional.empty();
            }
            OriginFileRows.write(handle, origin, file);
            return Optional.of(put(handle, document, origin, file.hash()));
        });
    }

    /** Removes a document on somebody's word. Its versions stay; false if it did not answer anyway. */
    public boolean remove(DocumentId id) {
        return jdbi.inTransaction(handle -> remove(handle, id, PERSON));
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
        return jdbi.inTransaction(handle -> forget(handle, origin, file));
    }

    /** The origin of a document, whether it answers or was removed; empty if it never was. */
    public Optional<Origin> origin(DocumentId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT origin FROM document WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .map(Origin::new)
                .findOne());
    }

    private boolean forget(Handle handle, Origin origin, OriginFile file) {
        OriginFileRows.delete(handle, origin, file.path());
        DocumentId id = file.document();
        return id != null && !OriginFileRows.claimed(handle, id, origin, file.path()) && remove(handle, id, ORIGIN);
    }

    private StoredChange put(Handle handle, NewDocument document, Origin origin, ContentHash file) {
        Optional<DocumentState> before = state(handle, document.id());
        StoredChange change;
        if (before.isEmpty() && OriginFileRows.removedByPerson(handle, origin, file)) {
            change = StoredChange.UNCHANGED;
        } else if (before.isPresent() && before.get().cameFrom(file)) {
            change = ORIGIN.equals(before.get().by()) ? restore(handle, document.id()) : StoredChange.UNCHANGED;
        } else if (before.isPresent()
                && PERSON.equals(before.get().by())
                && before.get().holds(document)) {
            change = StoredChange.UNCHANGED;
        } else {
            change = put(handle, document, origin);
        }
        handle.createUpdate("UPDATE document SET origin = :origin, file_hash = :file WHERE id = :id")
                .bind("origin", origin.name())
                .bind("file", file.hex())
                .bind("id", document.id().value())
                .execute();
        return change;
    }

    private StoredChange put(Handle handle, NewDocument document, Origin origin) {
        Optional<DocumentState> before = state(handle, document.id());
        if (before.isPresent() && before.get().holds(document)) {
            return before.get().removed() ? restore(handle, document.id()) : StoredChange.UNCHANGED;
        }
        int number = before.map(state -> state.newest().number() + 1).orElse(1);
        handle.createUpdate("""
                        INSERT INTO document (id, origin, version, revision) VALUES (:id, :origin, :version, :revision)
                        ON CONFLICT (id) DO UPDATE SET version = :version, removed = NULL, revision = :revision""")
                .bind("id", document.id().value())
                .bind("origin", origin.name())
                .bind("version", number)
                .bind("revision", nextRevision(handle))
                .execute();
        DocumentRows.insert(handle, document, number, Instant.now(clock));
        return before.isPresent() ? StoredChange.UPDATED : StoredChange.ADDED;
    }

    private StoredChange restore(Handle handle, DocumentId id) {
        handle.createUpdate("UPDATE document SET removed = NULL, revision = :revision WHERE id = :id")
                .bind("id", id.value())
                .bind("revision", nextRevision(handle))
                .execute();
        return StoredChange.RESTORED;
    }

    private boolean remove(Handle handle, DocumentId id, String by) {
        boolean answers = handle.createQuery("SELECT count(*) FROM document WHERE id = :id AND removed IS NULL")
                        .bind("id", id.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (answers) {
            handle.createUpdate("UPDATE document SET removed = :by, revision = :revision WHERE id = :id")
                    .bind("id", id.value())
                    .bind("by", by)
                    .bind("revision", nextRevision(handle))
                    .execute();
        }
        return answers;
    }

    private static long revision(Handle handle) {
        return handle.createQuery("SELECT revision FROM corpus_state")
                .mapTo(Long.class)
                .one();
    }

    private static long nextRevision(Handle handle) {
        handle.execute("UPDATE corpus_state SET revision = revision + 1");
        return revision(handle);
    }

    private static Optional<DocumentState> state(Handle handle, DocumentId id) {
        return handle.createQuery("""
                        SELECT v.*, d.removed, d.file_hash FROM document d
                        JOIN document_version v ON v.document = d.id AND v.version = d.version WHERE d.id = :id""")
                .bind("id", id.value())
                .map((row, context) -> new DocumentState(
                        DocumentRows.version(row), row.getString("removed"), row.getString("file_hash")))
                .findOne();
    }

    private record Change(
            String store, long revision, @Nullable String document) {}

    /** A document as it stands, removed ({@code by} non-null) or not, with the hash of the file that it came from. */
    private record DocumentState(
            DocumentVersion newest,
            @Nullable String by,
            @Nullable String file) {

        boolean removed() {
            return by != null;
        }

        boolean cameFrom(ContentHash content) {
            return content.hex().equals(file);
        }

        boolean holds(NewDocument document) {
            return newest.details().equals(document.details())
                    && newest.text().equals(document.text())
                    && newest.passages().stream()
                            .map(passage -> new PassageOutline(passage.span(), passage.sentences()))
                            .toList()
                            .equals(document.passages());
        }
    }
}
