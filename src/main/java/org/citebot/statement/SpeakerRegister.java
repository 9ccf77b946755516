package org.citebot.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citebot.corpus.CorpusChanges;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.CorpusTransaction;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.StoredExtract;
import org.citebot.statement.SpeakerDecision.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The directory of speakers, kept in step with the store, and what moderators decide about it. For many threads and
 * processes.
 */
public final class SpeakerRegister {

    private static final int DOCUMENTS_A_QUERY = 500;

    private final CorpusStore store;
    private final RoleNouns roles = new RoleNouns();
    private final LoneSurnames surnames = new LoneSurnames(roles);
    private final Map<DocumentId, Entry> documents = new HashMap<>();
    private String name = "";
    private long revision;
    private int decisions = -1;
    private SpeakerDirectory directory = new SpeakerDirectory(List.of(), roles);

    private record Entry(@Nullable LocalDate published, List<DocumentSpeaker> speakers) {}

    /** Over one corpus. */
    public SpeakerRegister(CorpusStore store) {
        this.store = store;
    }

    /** The directory as of the documents that answer at this moment. */
    public synchronized SpeakerDirectory directory() {
        CorpusChanges changes = store.changesSince(revision);
        if (!changes.store().equals(name) || changes.revision() < revision) {
            documents.clear();
            revision = 0;
            changes = store.changesSince(0);
        }
        List<SpeakerDecision> decided = decisions();
        boolean same = changes.store().equals(name) && changes.revision() == revision && decided.size() == decisions;
        if (!same) {
            read(changes.documents());
            name = changes.store();
            revision = changes.revision();
            decisions = decided.size();
            DirectoryBuilder builder = new DirectoryBuilder(surnames, roles);
            documents.values().forEach(entry -> builder.add(entry.published(), entry.speakers()));
            directory = builder.build(decided);
        }
        return directory;
    }

    private void read(List<DocumentId> changed) {
        for (int from = 0; from < changed.size(); from += DOCUMENTS_A_QUERY) {
            Collection<DocumentId> some = changed.subList(from, Math.min(changed.size(), from + DOCUMENTS_A_QUERY));
            some.forEach(documents::remove);
            Map<DocumentId, LocalDate> published = store.published(some);
            for (StoredExtract stored : store.extracts(some)) {
                documents.put(
                        stored.document(),
                        new Entry(
                                published.get(stored.document()),
                                DocumentSpeaker.read(stored.extract().speakers())));
            }
        }
    }

    /** All decisions, the oldest first. */
    public List<SpeakerDecision> decisions() {
        return store.read(handle -> handle.createQuery("SELECT kind, name, other FROM speaker_decision ORDER BY number")
                .map((row, context) -> new SpeakerDecision(
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("other")))
                .list());
    }

    /** Notes a decision in a transaction, for good. */
    public static void decide(CorpusTransaction transaction, SpeakerDecision decision) {
        transaction
                .handle()
                .createUpdate("INSERT INTO speaker_decision (kind, name, other, at) VALUES (:kind, :name, :other, :at)")
                .bind("kind", decision.kind().name().toLowerCase(Locale.ROOT))
                .bind("name", decision.name())
                .bind("other", decision.other())
                .bind("at", transaction.now().toString())
                .execute();
    }
}
