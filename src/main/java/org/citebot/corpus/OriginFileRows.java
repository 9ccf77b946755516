package org.citebot.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The rows that tell what was last seen of the files of a folder. */
final class OriginFileRows {

    private OriginFileRows() {}

    static Map<String, OriginFile> all(Handle handle, Origin origin) {
        Map<String, OriginFile> files = new TreeMap<>();
        handle.createQuery("SELECT * FROM origin_file WHERE origin = :origin")
                .bind("origin", origin.name())
                .map((row, context) -> file(row))
                .forEach(file -> files.put(file.path(), file));
        return files;
    }

    static Optional<OriginFile> find(Handle handle, Origin origin, String path) {
        return handle.createQuery("SELECT * FROM origin_file WHERE origin = :origin AND path = :path")
                .bind("origin", origin.name())
                .bind("path", path)
                .map((row, context) -> file(row))
                .findOne();
    }

    static void write(Handle handle, Origin origin, OriginFile file) {
        DocumentId document = file.document();
        handle.createUpdate("""
                        INSERT INTO origin_file (origin, path, size, modified, hash, document, problem)
                        VALUES (:origin, :path, :size, :modified, :hash, :document, :problem)
                        ON CONFLICT (origin, path) DO UPDATE SET size = :size, modified = :modified, hash = :hash,
                            document = :document, problem = :problem""")
                .bind("origin", origin.name())
                .bind("path", file.path())
                .bind("size", file.size())
                .bind("modified", file.modified().toString())
                .bind("hash", file.hash().hex())
                .bind("document", document == null ? null : document.value())
                .bind("problem", file.problem())
                .execute();
    }

    static void delete(Handle handle, Origin origin, String path) {
        handle.createUpdate("DELETE FROM origin_file WHERE origin = :origin AND path = :path")
                .bind("origin", origin.name())
                .bind("path", path)
                .execute();
    }

    /**
     * Whether an id belongs to another origin, or to another file of this one. A document whose file is gone belongs to
     * nobody: a file may have moved from one folder to another.
     */
    static boolean claimed(Handle handle, DocumentId id, Origin origin, String path) {
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM document
                                WHERE id = :id AND origin <> :origin AND coalesce(removed, '') <> 'origin')
                             + (SELECT count(*) FROM origin_file
                                WHERE document = :id AND origin = :origin AND path <> :path)""")
                        .bind("id", id.value())
                        .bind("origin", origin.name())
                        .bind("path", path)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Whether a person removed the document of a file with this content that has gone, or has got another name. */
    static boolean removedByPerson(Handle handle, Origin origin, ContentHash hash) {
        return handle.createQuery("""
                        SELECT count(*) FROM document d
                        WHERE d.file_hash = :hash AND d.origin = :origin AND d.removed = 'person'
                          AND NOT EXISTS (SELECT 1 FROM origin_file f WHERE f.origin = :origin AND f.document = d.id)""")
                        .bind("hash", hash.hex())
                        .bind("origin", origin.name())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static OriginFile file(ResultSet row) throws SQLException {
        String document = row.getString("document");
        return new OriginFile(
                row.getString("path"),
                row.getLong("size"),
                Instant.parse(row.getString("modified")),
                new ContentHash(row.getString("hash")),
                document == null ? null : new DocumentId(document),
                row.getString("problem"));
    }
}
