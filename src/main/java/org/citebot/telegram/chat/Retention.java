package org.citebot.telegram.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.citebot.corpus.Database;

/**
 * Erases what is past its time: contexts after a day; updates as they came, questions, and who asked or voted, after 30
 * days. What an answer cites stays, as its buttons are still there. For many threads.
 */
public final class Retention {

    /** How long questions are kept. */
    public static final Duration QUESTIONS = Duration.ofDays(30);

    private final Database database;
    private final Contexts contexts;
    private final Clock clock;

    /** @param database the bot's own */
    public Retention(Database database, Contexts contexts, Clock clock) {
        this.database = database;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Erases what is past its time at this moment. */
    public void expire() {
        Instant now = clock.instant();
        contexts.expire(now);
        long before = now.minus(QUESTIONS).toEpochMilli();
        int changed = database.jdbi().inTransaction(handle -> {
            int votes = handle.execute(
                    "UPDATE vote SET person = 'past:' || lower(hex(randomblob(8))) WHERE person NOT LIKE 'past:%'"
                            + " AND answer IN (SELECT number FROM answer WHERE asked <= ?)",
                    before);
            int reports = handle.execute(
                    "DELETE FROM gap_report WHERE answer IN (SELECT number FROM answer WHERE asked <= ?)", before);
            int answers = handle.execute(
                    "UPDATE answer SET question = NULL, read_as = NULL, person = NULL"
                            + " WHERE asked <= ? AND (question IS NOT NULL OR person IS NOT NULL)",
                    before);
            int updates = handle.execute("DELETE FROM inbox WHERE received <= ?", before);
            return votes + reports + answers + updates;
        });
        if (changed > 0) {
            database.emptyLog();
        }
    }
}
