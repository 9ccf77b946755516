package org.citebot.moderation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Finds the documents that are much like a text, among all that answer. Their sketches are made when first needed. */
final class NearDuplicates {

    /** Texts with less in common share a subject, not their words. */
    private static final double LEAST = 0.3;

    private static final int MOST = 5;
    private static final int BATCH = 200;

    private final CorpusStore store;

    NearDuplicates(CorpusStore store) {
        this.store = store;
    }

    /** At most a handful, the most alike first. */
    List<NearDuplicate> find(String text) {
        sketchWhatIsMissing();
        Sketch asked = Sketch.of(text);
        List<Map.Entry<DocumentId, Double>> alike = store.read(handle -> handle.createQuery("""
                        SELECT s.document, s.sketch FROM document_sketch s
                        JOIN document d ON d.id = s.document AND d.version = s.version AND d.removed IS NULL""")
                .map((row, context) -> Map.entry(
                        new DocumentId(row.getString("document")),
                        asked.similarity(Sketch.ofBytes(row.getBytes("sketch")))))
                .filter(found -> found.getValue() >= LEAST)
                .collect(Collectors.toCollection(ArrayList::new)));
        alike.sort(Map.Entry.<DocumentId, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        List<NearDuplicate> found = new ArrayList<>();
        for (Map.Entry<DocumentId, Double> each : alike.subList(0, Math.min(MOST, alike.size()))) {
            Optional<DocumentVersion> document = store.current(each.getKey());
            document.ifPresent(version -> found.add(new NearDuplicate(
                    version.document(),
                    version.details().title(),
                    each.getValue(),
                    version.text().equals(text))));
        }
        return found;
    }

    private void sketchWhatIsMissing() {
        List<DocumentId> missing = store.read(handle ->
                handle.createQuery("""
                        SELECT d.id FROM document d
                        LEFT JOIN document_sketch s ON s.document = d.id AND s.version = d.version
                        WHERE d.removed IS NULL AND s.document IS NULL""").mapTo(String.class).map(DocumentId::new).list());
        for (int start = 0; start < missing.size(); start += BATCH) {
            List<DocumentId> some = missing.subList(start, Math.min(start + BATCH, missing.size()));
            List<Sketched> sketched = store.current(some).values().stream()
                    .map(version -> new Sketched(version, Sketch.of(version.text())))
                    .toList();
            store.inTransaction(transaction -> write(transaction.handle(), sketched));
        }
    }

    private static int write(Handle handle, List<Sketched> sketched) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT OR REPLACE INTO document_sketch (document, version, sketch) VALUES (:document, :version, :sketch)");
        sketched.forEach(
                each -> batch.bind("document", each.version().document().value())
                        .bind("version", each.version().number())
                        .bind("sketch", each.sketch().toBytes())
                        .add());
        return batch.execute().length;
    }

    private record Sketched(DocumentVersion version, Sketch sketch) {}
}
