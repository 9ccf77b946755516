package org.citebot.telegram.desk;

import java.util.Optional;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Jdbi;

/** What the bot's messages are about. For many threads. */
final class DeskMessages {

    private final Jdbi jdbi;

    DeskMessages(Database database) {
        this.jdbi = database.jdbi();
    }

    Optional<String> subject(long chat, int message) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT subject FROM desk_message WHERE chat = :chat AND message = :message")
                .bind("chat", chat)
                .bind("message", message)
                .mapTo(String.class)
                .findOne());
    }

    void remember(long chat, int message, String subject) {
        jdbi.useTransaction(handle -> handle.execute(
                "INSERT OR REPLACE INTO desk_message (chat, message, subject) VALUES (?, ?, ?)",
                chat,
                message,
                subject));
    }
}
