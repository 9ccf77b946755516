package org.citebot.moderation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.CorpusTransaction;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PersonId;
import org.citebot.corpus.StoredChange;
import org.citebot.moderation.KeepingResult.Changed;
import org.citebot.moderation.KeepingResult.ChangedSince;
import org.citebot.moderation.KeepingResult.NothingToUndo;
import org.citebot.moderation.KeepingResult.Unchanged;
import org.citebot.moderation.ListResult.Documents;
import org.citebot.moderation.ListResult.History;
import org.jspecify.annotations.Nullable;

/**
 * The documents that are there, in the hands of the moderators: looked through, removed, brought back. No version is ever
 * lost, and what a person did stays so until the file that a document came from has another content. For many threads
 * and processes.
 */
public final class DocumentKeeper {

    private final CorpusStore store;
    private final AuditLog audit;

    DocumentKeeper(CorpusStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * A page of the documents whose id, title or outlet holds every word of a query.
     *
     * @param words blank for all
     * @param removed whether to list those that were removed, rather than those that answer
     * @param offset how many to skip; beyond the last the page is empty
     */
    public ListResult documents(PersonId person, String words, boolean removed, int offset, int limit) {
        return mayModerate(person) ? new Documents(store.find(words, removed, offset, limit)) : new NotAllowed();
    }

    /** A document with all that was done to it, and by whom. */
    public ListResult history(PersonId person, DocumentId document) {
        if (!mayModerate(person)) {
            return new NotAllowed();
        }
        List<DocumentChange> changes = store.history(document);
        return changes.isEmpty()
                ? new NoSuchDocument(document)
                : new History(
                        store.version(document, changes.getLast().version()).orElseThrow(), changes);
    }

    /** The person's own last change, which {@link #undo} would take back if nobody else changed the document since. */
    public Optional<DocumentChange> lastChange(PersonId person) {
        return store.lastChange(person);
    }

    /** Takes a document out of the answers. Its versions stay. */
    public KeepingResult remove(PersonId person, DocumentId document) {
        return remove(person, document, null);
    }

    /**
     * The same for a request that may be handled again: then it changes nothing, and tells what it changed.
     *
     * @param request unique; null if it is handled once
     */
    public KeepingResult remove(PersonId person, DocumentId document, @Nullable String request) {
        return change(person, request, (transaction, log) -> {
            if (!transaction.exists(document)) {
                return new NoSuchDocument(document);
            }
            return transaction.remove(document, person, request)
                    ? changed(transaction, log, person, document)
                    : new Unchanged();
        });
    }

    /** Brings a removed document back as it was. */
    public KeepingResult restore(PersonId person, DocumentId document) {
        return restore(person, document, (String) null);
    }

    /** The same for a request that may be handled again, see {@link #remove(PersonId, DocumentId, String)}. */
    public KeepingResult restore(PersonId person, DocumentId document, @Nullable String request) {
        return change(person, request, (transaction, log) -> {
            List<DocumentChange> history = transaction.history(document);
            return history.isEmpty()
                    ? new NoSuchDocument(document)
                    : restore(
                            transaction,
                            log,
                            person,
                            document,
                            history.getLast().version(),
                            request);
        });
    }

    /** Makes a document, removed or not, answer with the content of one of its versions: as a new version where needed. */
    public KeepingResult restore(PersonId person, DocumentId document, int version) {
        return restore(person, document, version, null);
    }

    /** The same for a request that may be handled again, see {@link #remove(PersonId, DocumentId, String)}. */
    public KeepingResult restore(PersonId person, DocumentId document, int version, @Nullable String request) {
        return change(
                person, request, (transaction, log) -> restore(transaction, log, person, document, version, request));
    }

    /**
     * Takes back the person's own last change of a document that was not taken back yet; so called again, it takes back
     * the one before. Whatever others did is left alone: where somebody changed the same document since, nothing is done.
     * Roles and proposals are no part of it, and an undo itself is undone by restoring the version wanted.
     */
    public KeepingResult undo(PersonId person) {
        return undo(person, null);
    }

    /** The same for a request that may be handled again, see {@link #remove(PersonId, DocumentId, String)}. */
    public KeepingResult undo(PersonId person, @Nullable String request) {
        return change(person, request, (transaction, log) -> {
            Optional<DocumentChange> last = transaction.lastChange(person);
            if (last.isEmpty()) {
                return new NothingToUndo();
            }
            List<DocumentChange> later = transaction.after(last.get());
            if (!later.isEmpty()) {
                return new ChangedSince(later.getFirst());
            }
            transaction.undo(last.get(), person, request);
            return changed(transaction, log, person, last.get().document());
        });
    }

    private static KeepingResult restore(
            CorpusTransaction transaction,
            AuditLog.Lines log,
            PersonId person,
            DocumentId document,
            int version,
            @Nullable String request) {
        Optional<StoredChange> done = transaction.restore(document, version, person, request);
        if (done.isEmpty()) {
            return new NoSuchDocument(document);
        }
        return done.get() == StoredChange.UNCHANGED ? new Unchanged() : changed(transaction, log, person, document);
    }

    private static Changed changed(
            CorpusTransaction transaction, AuditLog.Lines log, PersonId person, DocumentId document) {
        DocumentChange change = transaction.history(document).getLast();
        String action = change.undoes() != null ? "undo" : change.kind().name().toLowerCase(Locale.ROOT);
        log.write(person, action, "document:" + document, document + "@" + change.version());
        return new Changed(change);
    }

    private KeepingResult change(PersonId person, @Nullable String request, AuditLog.Work<KeepingResult> work) {
        return audit.record((transaction, log) -> {
            if (!Roles.mayModerate(transaction.handle(), person)) {
                return new NotAllowed();
            }
            Optional<DocumentChange> done = request == null ? Optional.empty() : transaction.requestedBy(request);
            return done.isPresent() ? new Changed(done.get()) : work.run(transaction, log);
        });
    }

    private boolean mayModerate(PersonId person) {
        return audit.read(handle -> Roles.mayModerate(handle, person));
    }
}
