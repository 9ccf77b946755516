package org.citebot.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.Closed.State;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is stored.
 *
 * @param closed how it ended; null while it is open
 */
record ProposalRow(
        long id,
        @Nullable PersonId proposer,
        Instant created,
        String name,
        DetailEdits edits,
        @Nullable DocumentId replaces,
        @Nullable Closed closed) {

    static long insert(
            Handle handle,
            PersonId proposer,
            Instant created,
            Submission submission,
            @Nullable DocumentId replaces,
            @Nullable String request) {
        return handle.createUpdate("""
                        INSERT INTO proposal (proposer, created, name, content, hash, edits, replaces, state, request)
                        VALUES (:proposer, :created, :name, :content, :hash, :edits, :replaces, 'open', :request)""")
                .bind("proposer", proposer.value())
                .bind("created", created.toString())
                .bind("name", submission.name())
                .bind("content", submission.content())
                .bind("hash", ContentHash.of(submission.content()).hex())
                .bind("edits", submission.details().toJson())
                .bind("replaces", replaces == null ? null : replaces.value())
                .bind("request", request)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    static Optional<ProposalRow> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM proposal WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> of(row))
                .findOne();
    }

    static Optional<ProposalRow> requestedBy(Handle handle, String request) {
        return handle.createQuery("SELECT * FROM proposal WHERE request = :request")
                .bind("request", request)
                .map((row, context) -> of(row))
                .findOne();
    }

    static Optional<ProposalRow> openWith(Handle handle, ContentHash content) {
        return handle.createQuery("SELECT * FROM proposal WHERE hash = :hash AND state = 'open' ORDER BY id LIMIT 1")
                .bind("hash", content.hex())
                .map((row, context) -> of(row))
                .findOne();
    }

    static List<ProposalRow> open(Handle handle) {
        return handle.createQuery("SELECT * FROM proposal WHERE state = 'open' ORDER BY id")
                .map((row, context) -> of(row))
                .list();
    }

    /** The bytes of a proposal that is open or was approved, as they came. */
    static Optional<byte[]> content(Handle handle, long id) {
        return handle.createQuery("SELECT content FROM proposal WHERE id = :id AND content IS NOT NULL")
                .bind("id", id)
                .map((row, context) -> row.getBytes("content"))
                .findOne();
    }

    static void write(Handle handle, long id, DetailEdits edits) {
        handle.execute("UPDATE proposal SET edits = ? WHERE id = ?", edits.toJson(), id);
    }

    static void writeReplaces(Handle handle, long id, @Nullable DocumentId replaces) {
        handle.createUpdate("UPDATE proposal SET replaces = :replaces WHERE id = :id")
                .bind("replaces", replaces == null ? null : replaces.value())
                .bind("id", id)
                .execute();
    }

    /** Keeps the bytes of what was approved, as the original of what is quoted, and drops all others. */
    static void close(Handle handle, long id, Closed closed) {
        PersonId by = closed.by();
        DocumentId document = closed.document();
        handle.createUpdate("""
                        UPDATE proposal SET state = :state, decider = :by, decided = :at, document = :document,
                            version = :version, content = CASE :state WHEN 'approved' THEN content END
                        WHERE id = :id""")
                .bind("state", closed.state().name().toLowerCase(Locale.ROOT))
                .bind("by", by == null ? null : by.value())
                .bind("at", closed.at().toString())
                .bind("document", document == null ? null : document.value())
                .bind("version", closed.version())
                .bind("id", id)
                .execute();
    }

    private static ProposalRow of(ResultSet row) throws SQLException {
        String proposer = row.getString("proposer");
        return new ProposalRow(
                row.getLong("id"),
                proposer == null ? null : new PersonId(proposer),
                Instant.parse(row.getString("created")),
                row.getString("name"),
                DetailEdits.ofJson(row.getString("edits")),
                document(row.getString("replaces")),
                closed(row));
    }

    private static @Nullable Closed closed(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (state.equals("open")) {
            return null;
        }
        String decider = row.getString("decider");
        int approvedVersion = row.getInt("version");
        return new Closed(
                State.valueOf(state.toUpperCase(Locale.ROOT)),
                decider == null ? null : new PersonId(decider),
                Instant.parse(row.getString("decided")),
                document(row.getString("document")),
                approvedVersion == 0 ? null : approvedVersion);
    }

    private static @Nullable DocumentId document(@Nullable String id) {
        return id == null ? null : new DocumentId(id);
    }
}
