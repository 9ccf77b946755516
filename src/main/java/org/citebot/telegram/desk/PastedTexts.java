package org.citebot.telegram.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The texts that come in several messages, one at a time for a person in a chat. A part is known by the number of its
 * message, so that one that comes again, or is edited, takes the place of itself. Parts of an ended text stay until the
 * next one, as the request that ended it may be handled again. For many threads.
 */
final class PastedTexts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Jdbi jdbi;

    PastedTexts(Database database) {
        this.jdbi = database.jdbi();
    }

    /**
     * A text as far as it has come.
     *
     * @param begun the number of the message that began it
     * @param touched when its last part was received
     * @param dropped how many parts of an earlier text it took the place of
     * @param ended the key of the request that ended it; null while it is open
     * @param parts in the order of their messages
     */
    record PastedText(
            int begun,
            Instant touched,
            int dropped,
            @Nullable String ended,
            List<String> parts) {

        PastedText {
            parts = List.copyOf(parts);
        }

        /** Whether it is open, or was ended by this very request. */
        boolean isFor(String key) {
            return ended == null || ended.equals(key);
        }

        int length() {
            return parts.stream().mapToInt(String::length).sum();
        }
    }

    Optional<PastedText> find(long chat, PersonId person) {
        return jdbi.withHandle(handle -> find(handle, chat, person));
    }

    /** Begins a text in place of any other, unless this message began it before. */
    PastedText begin(Occasion occasion) {
        return jdbi.inTransaction(handle -> {
            handle.execute(
                    "DELETE FROM pasted_text WHERE touched < ?",
                    occasion.received().minus(KEPT).toEpochMilli());
            Optional<PastedText> before = find(handle, occasion.chat(), occasion.person());
            if (before.isEmpty() || before.get().begun() != occasion.message()) {
                int dropped = before.filter(text -> text.ended() == null)
                        .map(text -> text.parts().size())
                        .orElse(0);
                bind(handle.createUpdate("DELETE FROM pasted_text WHERE chat = :chat AND person = :person"), occasion)
                        .execute();
                bind(handle.createUpdate("""
                                        INSERT INTO pasted_text (chat, person, begun, touched, dropped)
                                        VALUES (:chat, :person, :begun, :touched, :dropped)"""), occasion)
                        .bind("begun", occasion.message())
                        .bind("touched", occasion.received().toEpochMilli())
                        .bind("dropped", dropped)
                        .execute();
            }
            return find(handle, occasion.chat(), occasion.person()).orElseThrow();
        });
    }

    /** Adds a part to the text that is open, or replaces it; all or nothing as {@code longest} allows. */
    boolean put(Occasion occasion, int message, String part, int longest) {
        return jdbi.inTransaction(handle -> {
            int others = bind(handle.createQuery("""
                                    SELECT coalesce(sum(length(text)), 0) FROM pasted_part
                                    WHERE chat = :chat AND person = :person AND message <> :message"""), occasion)
                    .bind("message", message)
                    .mapTo(Integer.class)
                    .one();
            if (others + part.length() > longest) {
                return false;
            }
            bind(handle.createUpdate("""
                            INSERT OR REPLACE INTO pasted_part (chat, person, message, text)
                            VALUES (:chat, :person, :message, :text)"""), occasion)
                    .bind("message", message)
                    .bind("text", part)
                    .execute();
            bind(handle.createUpdate("""
                            UPDATE pasted_text SET touched = max(touched, :touched)
                            WHERE chat = :chat AND person = :person"""), occasion)
                    .bind("touched", occasion.received().toEpochMilli())
                    .execute();
            return true;
        });
    }

    void end(Occasion occasion) {
        jdbi.useTransaction(handle -> bind(
                        handle.createUpdate(
                                "UPDATE pasted_text SET ended = :key WHERE chat = :chat AND person = :person"),
                        occasion)
                .bind("key", occasion.key())
                .execute());
    }

    void forget(PersonId person) {
        jdbi.useTransaction(handle -> handle.execute("DELETE FROM pasted_text WHERE person = ?", person.value()));
    }

    private static Optional<PastedText> find(Handle handle, long chat, PersonId person) {
        List<String> parts = handle.createQuery(
                        "SELECT text FROM pasted_part WHERE chat = :chat AND person = :person ORDER BY message")
                .bind("chat", chat)
                .bind("person", person.value())
                .mapTo(String.class)
                .list();
        return handle.createQuery("SELECT * FROM pasted_text WHERE chat = :chat AND person = :person")
                .bind("chat", chat)
                .bind("person", person.value())
                .map((row, context) -> new PastedText(
                        row.getInt("begun"),
                        Instant.ofEpochMilli(row.getLong("touched")),
                        row.getInt("dropped"),
                        row.getString("ended"),
                        parts))
                .findOne();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Occasion occasion) {
        return statement
                .bind("chat", occasion.chat())
                .bind("person", occasion.person().value());
    }
}
