package org.citebot.telegram;

import java.util.List;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which messages answer which, so that an answer can be changed or an interrupted one completed. For many threads. */
final class ReplyLog {

    private final Jdbi jdbi;

    ReplyLog(Database database) {
        // A loss of power costs no more than to say again what was said last.
        this.jdbi = database.unsynced();
    }

    /**
     * One message of an answer.
     *
     * @param message its number; null if the server did not say
     * @param content hash of what it shows
     */
    record SentPart(@Nullable Integer message, String content) {}

    /** The messages that answer a question, in order; empty if it was not answered. */
    List<SentPart> find(ReplyTarget target) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT message_id, content FROM reply WHERE chat_id = ? AND question_id = ? ORDER BY part")
                .bind(0, target.chat())
                .bind(1, target.question())
                .map((row, context) -> {
                    int message = row.getInt("message_id");
                    return new SentPart(row.wasNull() ? null : message, row.getString("content"));
                })
                .list());
    }

    /** Notes what a part of an answer, counted from 0, shows from now on. */
    void record(ReplyTarget target, int part, SentPart sent) {
        jdbi.useTransaction(handle -> handle.execute(
                "INSERT INTO reply (chat_id, question_id, part, message_id, content) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (chat_id, question_id, part)"
                        + " DO UPDATE SET message_id = excluded.message_id, content = excluded.content",
                target.chat(),
                target.question(),
                part,
                sent.message(),
                sent.content()));
    }

    /** Forgets a part that is no longer shown. */
    void remove(ReplyTarget target, int part) {
        jdbi.useTransaction(handle -> handle.execute(
                "DELETE FROM reply WHERE chat_id = ? AND question_id = ? AND part = ?",
                target.chat(),
                target.question(),
                part));
    }

    /** Whether another message of the same album has been answered. */
    boolean answeredAlbum(ReplyTarget target, String album) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM reply JOIN inbox"
                                + " ON inbox.chat_id = reply.chat_id AND inbox.message_id = reply.question_id"
                                + " WHERE inbox.chat_id = ? AND inbox.album = ? AND inbox.message_id <> ?")
                        .bind(0, target.chat())
                        .bind(1, album)
                        .bind(2, target.question())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }
}
