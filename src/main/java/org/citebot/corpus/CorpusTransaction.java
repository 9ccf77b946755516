package org.citebot.corpus;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.citebot.corpus.ChangeRows.Cause;
import org.citebot.corpus.DocumentChange.Kind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Changes that become visible and durable together, or not at all. It holds the lock that every writer of the store
 * waits for, so nothing slow belongs in it. Ends with the call that gave it; for one thread.
 */
public final class CorpusTransaction {

    private static final String PERSON = "person";
    private static final String ORIGIN = "origin";

    private final Handle handle;
    private final Clock clock;

    CorpusTransaction(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    /** For the tables that other packages keep in the same file. */
    public Handle handle() {
        return handle;
    }

    /** The time, for those tables. */
    public Instant now() {
        return Instant.now(clock);
    }

    /**
     * Stores a document that somebody brings. An existing one gets a new version and keeps its origin; equal content
     * changes nothing, but brings back what had been removed.
     *
     * @param author null if nobody in particular
     */
    public StoredChange put(NewDocument document, Origin origin, @Nullable PersonId author) {
        return put(document, origin, Cause.by(author));
    }

    /**
     * Removes a document on somebody's word. Its versions stay; false if it did not answer anyway.
     *
     * @param request what asked for it, new to the store; null if nobody will ask again
     */
    public boolean remove(DocumentId id, @Nullable PersonId author, @Nullable String request) {
        return remove(id, PERSON, new Cause(author, null, null, request));
    }

    /**
     * Makes a document answer with the content of one of its versions again. Where that is not the newest, it becomes a
     * new version, so that the numbers of versions tell their order.
     *
     * @param request what asked for it, new to the store; null if nobody will ask again
     * @return what it did: {@link StoredChange#UNCHANGED} if the document answers with that content already; empty if
     *     there is no such version
     */
    public Optional<StoredChange> restore(
            DocumentId id, int version, @Nullable PersonId author, @Nullable String request) {
        return version(id, version).map(found -> restore(found, new Cause(author, version, null, request)));
    }

    /** The version of a document that answers; empty if it was removed or never was. */
    public Optional<DocumentVersion> current(DocumentId id) {
        return state(id).filter(state -> !state.removed()).map(DocumentState::newest);
    }

    /** Whether there is a document of this id, answering or removed. */
    public boolean exists(DocumentId id) {
        return state(id).isPresent();
    }

    /** All changes of a document, the oldest first; empty if it never was. */
    public List<DocumentChange> history(DocumentId id) {
        return ChangeRows.history(handle, id);
    }

    /** A person's last change that was not taken back, and that took none back itself. */
    public Optional<DocumentChange> lastChange(PersonId author) {
        return ChangeRows.lastOf(handle, author);
    }

    /** What was done to a document after a change and was not taken back; the oldest first. */
    public List<DocumentChange> after(DocumentChange change) {
        List<DocumentChange> history = history(change.document());
        Set<Long> takenBack = new HashSet<>();
        history.forEach(each -> takenBack.add(Objects.requireNonNullElse(each.undoes(), -1L)));
        return history.stream()
                .filter(each -> each.number() > change.number())
                .filter(each -> each.undoes() == null && !takenBack.contains(each.number()))
                .toList();
    }

    /** The change that something asked for; empty if it changed nothing. */
    public Optional<DocumentChange> requestedBy(String request) {
        return ChangeRows.requestedBy(handle, request);
    }

    /**
     * Brings the document of a change back to where it was before; nothing may have been done to it {@link #after}.
     *
     * @param request what asked for it, new to the store; null if nobody will ask again
     */
    public void undo(DocumentChange change, PersonId author, @Nullable String request) {
        Optional<DocumentChange> before = history(change.document()).stream()
                .filter(each -> each.number() < change.number())
                .reduce((earlier, later) -> later);
        if (before.isPresent() && before.get().answers()) {
            int version = before.get().version();
            restore(
                    version(change.document(), version).orElseThrow(),
                    new Cause(author, version, change.number(), request));
        } else {
            remove(change.document(), PERSON, new Cause(author, null, change.number(), request));
        }
    }

    /** Stores what was read out of a version anew; if that version answers, answers may change. */
    void put(DocumentVersion version, Extract extract) {
        ExtractRows.write(handle, version.document(), version.number(), extract);
        handle.createUpdate("UPDATE document SET revision = :revision WHERE id = :id AND version = :version"
                        + " AND removed IS NULL")
                .bind("revision", nextRevision())
                .bind("id", version.document().value())
                .bind("version", version.number())
                .execute();
    }

    /** See {@link CorpusStore#put(NewDocument, Origin, OriginFile)}. */
    Optional<StoredChange> put(NewDocument document, Origin origin, OriginFile file) {
        OriginFileRows.find(handle, origin, file.path())
                .filter(before -> !document.id().equals(before.document()))
                .ifPresent(before -> forget(origin, before));
        if (OriginFileRows.claimed(handle, document.id(), origin, file.path())) {
            return Optional.empty();
        }
        OriginFileRows.write(handle, origin, file);
        return Optional.of(put(document, origin, file.hash()));
    }

    boolean forget(Origin origin, OriginFile file) {
        OriginFileRows.delete(handle, origin, file.path());
        DocumentId id = file.document();
        return id != null
                && !OriginFileRows.claimed(handle, id, origin, file.path())
                && remove(id, ORIGIN, Cause.by(null));
    }

    private StoredChange put(NewDocument document, Origin origin, ContentHash file) {
        Optional<DocumentState> before = state(document.id());
        StoredChange change;
        if (before.isEmpty() && OriginFileRows.removedByPerson(handle, origin, file)) {
            change = StoredChange.UNCHANGED;
        } else if (before.isPresent() && before.get().cameFrom(file)) {
            change = ORIGIN.equals(before.get().by())
                    ? bringBack(before.get().newest(), Cause.by(null))
                    : StoredChange.UNCHANGED;
        } else if (before.isPresent()
                && PERSON.equals(before.get().by())
                && before.get().holds(document)) {
            change = StoredChange.UNCHANGED;
        } else {
            change = put(document, origin, Cause.by(null));
        }
        handle.createUpdate("UPDATE document SET origin = :origin, file_hash = :file WHERE id = :id")
                .bind("origin", origin.name())
                .bind("file", file.hex())
                .bind("id", document.id().value())
                .execute();
        return change;
    }

    private StoredChange put(NewDocument document, Origin origin, Cause cause) {
        Optional<DocumentState> before = state(document.id());
        if (before.isPresent() && before.get().holds(document)) {
            return before.get().removed() ? bringBack(before.get().newest(), cause) : StoredChange.UNCHANGED;
        }
        int number = before.map(state -> state.newest().number() + 1).orElse(1);
        Instant now = Instant.now(clock);
        handle.createUpdate("""
                        INSERT INTO document (id, origin, version, revision) VALUES (:id, :origin, :version, :revision)
                        ON CONFLICT (id) DO UPDATE SET version = :version, removed = NULL, revision = :revision""")
                .bind("id", document.id().value())
                .bind("origin", origin.name())
                .bind("version", number)
                .bind("revision", nextRevision())
                .execute();
        DocumentRows.insert(handle, document, number, now);
        if (document.extract() != null) {
            ExtractRows.write(handle, document.id(), number, document.extract());
        }
        Kind kind = before.isEmpty() ? Kind.ADDED : cause.restores() == null ? Kind.UPDATED : Kind.RESTORED;
        ChangeRows.insert(handle, document.id(), number, kind, cause, now);
        return before.isPresent() ? StoredChange.UPDATED : StoredChange.ADDED;
    }

    private StoredChange restore(DocumentVersion version, Cause cause) {
        NewDocument again =
                new NewDocument(version.document(), version.details(), version.text(), DocumentState.outlines(version));
        Extract read =
                ExtractRows.find(handle, version.document(), version.number()).orElse(null);
        return put(again.with(read), Origin.ADDED, cause);
    }

    private StoredChange bringBack(DocumentVersion newest, Cause cause) {
        handle.createUpdate("UPDATE document SET removed = NULL, revision = :revision WHERE id = :id")
                .bind("id", newest.document().value())
                .bind("revision", nextRevision())
                .execute();
        // Not the content of an earlier version, but the newest itself.
        ChangeRows.insert(
                handle,
                newest.document(),
                newest.number(),
                Kind.RESTORED,
                new Cause(cause.author(), null, cause.undoes(), cause.request()),
                Instant.now(clock));
        return StoredChange.RESTORED;
    }

    private boolean remove(DocumentId id, String by, Cause cause) {
        Optional<DocumentVersion> answering = current(id);
        answering.ifPresent(version -> {
            handle.createUpdate("UPDATE document SET removed = :by, revision = :revision WHERE id = :id")
                    .bind("id", id.value())
                    .bind("by", by)
                    .bind("revision", nextRevision())
                    .execute();
            ChangeRows.insert(handle, id, version.number(), Kind.REMOVED, cause, Instant.now(clock));
        });
        return answering.isPresent();
    }

    private long nextRevision() {
        handle.execute("UPDATE corpus_state SET revision = revision + 1");
        return handle.createQuery("SELECT revision FROM corpus_state")
                .mapTo(Long.class)
                .one();
    }

    private Optional<DocumentVersion> version(DocumentId id, int version) {
        return handle.createQuery("SELECT * FROM document_version WHERE document = :id AND version = :version")
                .bind("id", id.value())
                .bind("version", version)
                .map((row, context) -> DocumentRows.version(row))
                .findOne();
    }

    private Optional<DocumentState> state(DocumentId id) {
        return handle.createQuery("""
                        SELECT v.*, d.removed, d.file_hash FROM document d
                        JOIN document_version v ON v.document = d.id AND v.version = d.version WHERE d.id = :id""")
                .bind("id", id.value())
                .map((row, context) -> new DocumentState(
                        DocumentRows.version(row), row.getString("removed"), row.getString("file_hash")))
                .findOne();
    }

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
                    && outlines(newest).equals(document.passages());
        }

        static List<PassageOutline> outlines(DocumentVersion version) {
            return version.passages().stream()
                    .map(passage -> new PassageOutline(passage.span(), passage.sentences()))
                    .toList();
        }
    }
}
