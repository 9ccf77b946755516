package org.citebot.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citebot.corpus.CorpusTransaction;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.StoredChange;
import org.citebot.statement.SpeakerDecision;
import org.citebot.statement.SpeakerRegister;

/**
 * Changes made at the command line. Whoever may write the data needs no role, but leaves the same lines in the audit log
 * as the moderators, without an actor. For many threads and processes.
 */
public final class Operator {

    private final AuditLog audit;

    Operator(AuditLog audit) {
        this.audit = audit;
    }

    /** Stores a document that was brought by itself; see {@link CorpusTransaction#put}. */
    public StoredChange add(NewDocument document) {
        return audit.record((transaction, log) -> {
            StoredChange change = transaction.put(document, Origin.ADDED, null);
            if (change != StoredChange.UNCHANGED) {
                write(transaction, log, document.id());
            }
            return change;
        });
    }

    /** Takes a document out of the answers. Its versions stay; false if it did not answer anyway. */
    public boolean remove(DocumentId document) {
        return audit.record((transaction, log) -> {
            boolean removed = transaction.remove(document, null, null);
            if (removed) {
                write(transaction, log, document);
            }
            return removed;
        });
    }

    /**
     * Makes a document answer with the content of one of its versions again; see {@link CorpusTransaction#restore}.
     *
     * @return empty if there is no such version
     */
    public Optional<StoredChange> restore(DocumentId document, int version) {
        return audit.record((transaction, log) -> {
            Optional<StoredChange> change = transaction.restore(document, version, null, null);
            if (change.filter(done -> done != StoredChange.UNCHANGED).isPresent()) {
                write(transaction, log, document);
            }
            return change;
        });
    }

    /**
     * Notes what a folder that was named at the command line has just changed. A folder is brought in step file by file,
     * each in a transaction of its own, so a crash between may lose these lines; the documents' own histories have them.
     */
    public void noteOfFolder(Collection<DocumentId> changed) {
        if (!changed.isEmpty()) {
            audit.record((transaction, log) -> {
                changed.forEach(document -> write(transaction, log, document));
                return changed;
            });
        }
    }

    /** Notes what somebody decided about the names of speakers, for good. */
    public void decide(List<SpeakerDecision> decisions) {
        audit.record((transaction, log) -> {
            for (SpeakerDecision decision : decisions) {
                SpeakerRegister.decide(transaction, decision);
                String detail = decision.other() == null ? "stands by itself" : "is " + decision.other();
                log.write(null, "speaker", "speaker:" + decision.name(), detail + " on the command line");
            }
            return decisions;
        });
    }

    /** The last change of a document as a line. */
    private static void write(CorpusTransaction transaction, AuditLog.Lines log, DocumentId document) {
        DocumentChange change = transaction.history(document).getLast();
        log.write(
                null,
                change.kind().name().toLowerCase(Locale.ROOT),
                "document:" + document,
                document + "@" + change.version() + " on the command line");
    }
}
