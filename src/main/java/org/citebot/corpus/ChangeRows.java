package org.citebot.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citebot.corpus.DocumentChange.Kind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows that tell who changed which document when. */
final class ChangeRows {

    private ChangeRows() {}

    /** Why and by whom a document changes. */
    record Cause(
            @Nullable PersonId author,
            @Nullable Integer restores,
            @Nullable Long undoes,
            @Nullable String request) {

        static Cause by(@Nullable PersonId author) {
            return new Cause(author, null, null, null);
        }
    }

    static void insert(Handle handle, DocumentId document, int version, Kind kind, Cause cause, Instant at) {
        PersonId author = cause.author();
        handle.createUpdate("""
                        INSERT INTO document_change (document, version, kind, restores, undoes, author, at, request)
                        VALUES (:document, :version, :kind, :restores, :undoes, :author, :at, :request)""")
                .bind("document", document.value())
                .bind("version", version)
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .bind("restores", cause.restores())
                .bind("undoes", cause.undoes())
                .bind("author", author == null ? null : author.value())
                .bind("at", at.toString())
                .bind("request", cause.request())
                .execute();
    }

    static List<DocumentChange> history(Handle handle, DocumentId document) {
        return handle.createQuery("SELECT * FROM document_change WHERE document = :document ORDER BY number")
                .bind("document", document.value())
                .map((row, context) -> change(row))
                .list();
    }

    static Optional<Long> firstOf(Handle handle, DocumentId document) {
        return handle.createQuery(
                        "SELECT number FROM document_change WHERE document = :document ORDER BY number LIMIT 1")
                .bind("document", document.value())
                .mapTo(Long.class)
                .findOne();
    }

    /** The document whose first change has this number. */
    static Optional<DocumentId> beganWith(Handle handle, long number) {
        return handle.createQuery("""
                        SELECT document FROM document_change c WHERE number = :number
                          AND NOT EXISTS (SELECT 1 FROM document_change e
                                          WHERE e.document = c.document AND e.number < c.number)""")
                .bind("number", number)
                .mapTo(String.class)
                .map(DocumentId::new)
                .findOne();
    }

    static Optional<DocumentChange> requestedBy(Handle handle, String request) {
        return handle.createQuery("SELECT * FROM document_change WHERE request = :request")
                .bind("request", request)
                .map((row, context) -> change(row))
                .findOne();
    }

    /** The last change of a person that was not taken back and took none back. */
    static Optional<DocumentChange> lastOf(Handle handle, PersonId author) {
        return handle.createQuery("""
                        SELECT * FROM document_change c
                        WHERE author = :author AND undoes IS NULL
                          AND NOT EXISTS (SELECT 1 FROM document_change u WHERE u.undoes = c.number)
                        ORDER BY number DESC LIMIT 1""")
                .bind("author", author.value())
                .map((row, context) -> change(row))
                .findOne();
    }

    private static DocumentChange change(ResultSet row) throws SQLException {
        int restores = row.getInt("restores");
        boolean restoresNone = row.wasNull();
        long undoes = row.getLong("undoes");
        boolean undoesNone = row.wasNull();
        String author = row.getString("author");
        return new DocumentChange(
                row.getLong("number"),
                new DocumentId(row.getString("document")),
                row.getInt("version"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                restoresNone ? null : restores,
                undoesNone ? null : undoes,
                author == null ? null : new PersonId(author),
                Instant.parse(row.getString("at")));
    }
}
