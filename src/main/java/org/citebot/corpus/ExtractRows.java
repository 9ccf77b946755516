package org.citebot.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of extracts. One that is damaged counts as missing: it is derived, and will be made again. */
final class ExtractRows {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractRows.class);
    private static final String OF_THOSE_THAT_ANSWER = """
            SELECT e.* FROM document d JOIN version_extract e ON e.document = d.id AND e.version = d.version
            WHERE d.removed IS NULL""";

    private ExtractRows() {}

    /** @param version stored in the same transaction, or before */
    static void write(Handle handle, DocumentId document, int version, Extract extract) {
        handle.createUpdate("""
                        INSERT INTO version_extract (document, version, make, statements, speakers, hash)
                        VALUES (:document, :version, :make, :statements, :speakers, :hash)
                        ON CONFLICT (document, version) DO UPDATE SET
                            make = :make, statements = :statements, speakers = :speakers, hash = :hash""")
                .bind("document", document.value())
                .bind("version", version)
                .bind("make", extract.make())
                .bind("statements", extract.statements())
                .bind("speakers", extract.speakers())
                .bind("hash", hash(document.value(), version, extract).hex())
                .execute();
    }

    static Optional<Extract> find(Handle handle, DocumentId document, int version) {
        return handle.createQuery("SELECT * FROM version_extract WHERE document = :document AND version = :version")
                .bind("document", document.value())
                .bind("version", version)
                .map((row, context) -> read(row))
                .findOne()
                .flatMap(found -> found)
                .map(StoredExtract::extract);
    }

    static List<StoredExtract> current(Handle handle, Collection<DocumentId> documents) {
        return intact(handle.createQuery(OF_THOSE_THAT_ANSWER + " AND d.id IN (<ids>)")
                .bindList("ids", documents.stream().map(DocumentId::value).toList())
                .map((row, context) -> read(row))
                .list());
    }

    /** Those whose words are not the ones that were stored; reads all. */
    static List<StoredExtract> damaged(Handle handle) {
        List<StoredExtract> damaged = new ArrayList<>();
        handle.createQuery("SELECT * FROM version_extract")
                .map((row, context) -> isIntact(row) ? null : id(row))
                .forEach(one -> {
                    if (one != null) {
                        damaged.add(one);
                    }
                });
        return damaged;
    }

    static void delete(Handle handle, List<StoredExtract> extracts) {
        for (StoredExtract row : extracts) {
            handle.createUpdate("DELETE FROM version_extract WHERE document = :document AND version = :version")
                    .bind("document", row.document().value())
                    .bind("version", row.version())
                    .execute();
        }
    }

    private static StoredExtract id(ResultSet row) throws SQLException {
        return new StoredExtract(
                new DocumentId(row.getString("document")),
                row.getInt("version"),
                new Extract(row.getString("make"), row.getString("statements"), row.getString("speakers")));
    }

    private static Optional<StoredExtract> read(ResultSet row) throws SQLException {
        if (isIntact(row)) {
            return Optional.of(id(row));
        }
        LOG.warn(
                "What was read out of {}, version {}, is damaged, and will be read again",
                row.getString("document"),
                row.getString("version"));
        return Optional.empty();
    }

    private static boolean isIntact(ResultSet row) throws SQLException {
        StoredExtract stored = id(row);
        return hash(stored.document().value(), stored.version(), stored.extract())
                .hex()
                .equals(row.getString("hash"));
    }

    private static List<StoredExtract> intact(List<Optional<StoredExtract>> rows) {
        return rows.stream().flatMap(Optional::stream).toList();
    }

    /** Every part is told apart from the next by a sign that none of them holds. */
    private static ContentHash hash(String document, int version, Extract extract) {
        return ContentHash.of(String.join(
                "\0", document, Integer.toString(version), extract.make(), extract.statements(), extract.speakers()));
    }
}
