package org.citebot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import org.citebot.corpus.Database;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was made to answer an update, durable before any of it is sent, until the update is at its end. So a send that is
 * put off, or cut by a crash, goes on with the same answer: no question is answered twice. For many threads.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Jdbi jdbi;
    private final Clock clock;

    Outbox(Database database, Clock clock) {
        // A loss of power costs no more than to make the answer again.
        this.jdbi = database.unsynced();
        this.clock = clock;
    }

    /** A text with the buttons below it. */
    record Reply(FormattedText text, Keyboard keyboard) {}

    /** What was made for an update; empty if nothing was, or an older version of the program made it. */
    Optional<Reply> find(StoredUpdate update) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT content FROM outbox WHERE update_id = ?")
                        .bind(0, update.id())
                        .mapTo(String.class)
                        .findOne())
                .flatMap(this::read);
    }

    void keep(StoredUpdate update, Reply reply) {
        jdbi.useTransaction(handle -> handle.execute(
                "INSERT OR REPLACE INTO outbox (update_id, content, made) VALUES (?, ?, ?)",
                update.id(),
                write(reply),
                clock.millis()));
    }

    private Optional<Reply> read(String json) {
        try {
            return Optional.of(mapper.readValue(json, Reply.class));
        } catch (JsonProcessingException e) {
            LOG.warn("An answer that was made earlier cannot be read; it is made anew");
            return Optional.empty();
        }
    }

    private String write(Reply reply) {
        try {
            return mapper.writeValueAsString(reply);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A reply can be written", e);
        }
    }
}
