package org.citebot.telegram.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citebot.answering.conversation.Turn;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * What was talked about, so that people can ask on: a few turns of one person in one place, for a day. For many threads.
 */
public final class Contexts {

    /** How long one can ask on. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final int MOST_TURNS = 3;
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final ObjectMapper mapper = new ObjectMapper();
    private final Jdbi jdbi;
    private final Clock clock;

    /** @param database the bot's own */
    public Contexts(Database database, Clock clock) {
        // After a loss of power the last question may have to be asked in full.
        this.jdbi = database.unsynced();
        this.clock = clock;
    }

    /** Notes a turn; {@code answer} is the number of what was answered. */
    public void remember(Place place, PersonId person, long answer, Turn turn) {
        jdbi.useTransaction(handle -> handle.execute(
                "INSERT OR REPLACE INTO turn (answer, place, person, asked, question, said, speakers)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                answer,
                place.value(),
                person.value(),
                clock.millis(),
                turn.question(),
                turn.said(),
                json(turn.speakers())));
    }

    /**
     * What a message can refer to, the oldest first; empty if nothing, or nothing of the last day.
     *
     * @param repliedTo the number of the answer that it is a reply to, of whomever in the same place; null for what this
     *     person asked here last
     */
    public List<Turn> before(Place place, PersonId person, @Nullable Long repliedTo) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM turn WHERE place = :place AND asked > :since"
                                + (repliedTo == null ? " AND person = :person" : " AND answer = :answer")
                                + " ORDER BY asked DESC, answer DESC LIMIT " + MOST_TURNS)
                        .bind("place", place.value())
                        .bind("since", ended(clock.instant()))
                        .bind("person", person.value())
                        .bind("answer", repliedTo)
                        .map(turns())
                        .list())
                .reversed();
    }

    /** Erases what is older than a day. */
    void expire(Instant now) {
        jdbi.useTransaction(handle -> handle.execute("DELETE FROM turn WHERE asked <= ?", ended(now)));
    }

    private static long ended(Instant now) {
        return now.minus(KEPT).toEpochMilli();
    }

    private RowMapper<Turn> turns() {
        return (row, context) ->
                new Turn(row.getString("question"), row.getString("said"), names(row.getString("speakers")));
    }

    private String json(List<String> names) {
        try {
            return mapper.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every name can be written as JSON", e);
        }
    }

    private List<String> names(String json) {
        try {
            return mapper.readValue(json, NAMES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The speakers of a turn cannot be read", e);
        }
    }
}
