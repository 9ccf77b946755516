package org.citebot.telegram.chat;

import java.util.Optional;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Jdbi;

/** Questions that buttons ask, by lasting numbers. They are made from documents, never by people. For many threads. */
public final class Suggestions {

    private final Jdbi jdbi;

    /** @param database the bot's own */
    public Suggestions(Database database) {
        this.jdbi = database.jdbi();
    }

    long number(String question) {
        return jdbi.inTransaction(handle -> {
            handle.execute("INSERT OR IGNORE INTO suggestion (question) VALUES (?)", question);
            return handle.createQuery("SELECT number FROM suggestion WHERE question = :question")
                    .bind("question", question)
                    .mapTo(Long.class)
                    .one();
        });
    }

    Optional<String> question(long number) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT question FROM suggestion WHERE number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .findOne());
    }
}
