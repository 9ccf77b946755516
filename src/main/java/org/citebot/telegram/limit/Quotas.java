package org.citebot.telegram.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How many questions a person and a chat may ask in any hour. Counted in the database, so that a restart gives nobody
 * more; the words of a question are not kept. For many threads.
 */
public final class Quotas {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Limits limits;

    /** The most questions an hour; 0 for any number. */
    public record Limits(int ofPerson, int ofChat) {

        /** No limit at all. */
        public static final Limits NONE = new Limits(0, 0);
    }

    /** Whether a question is answered. */
    public sealed interface Verdict {

        /** It is. */
        record Allowed() implements Verdict {}

        /** It is not, and whoever asked is told when the next one is. */
        record Refused(Duration remaining) implements Verdict {}

        /** It is not, and whoever asked was told so already. */
        record Ignored() implements Verdict {}
    }

    /** @param database that of the bot */
    public Quotas(Database database, Clock clock, Limits limits) {
        this.jdbi = database.unsynced();
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Counts a question.
     *
     * @param update what brought it; one that comes again counts once, and gets the same verdict
     */
    public Verdict take(long update, PersonId person, long chat) {
        if (limits.equals(Limits.NONE)) {
            return new Verdict.Allowed();
        }
        Instant now = clock.instant();
        return jdbi.inTransaction(handle -> {
            handle.execute(
                    "DELETE FROM question WHERE asked < ?", now.minus(KEPT).toEpochMilli());
            Optional<String> known = handle.createQuery("SELECT verdict FROM question WHERE update_id = ?")
                    .bind(0, update)
                    .mapTo(String.class)
                    .findOne();
            if (known.isPresent() && known.get().equals("answered")) {
                return new Verdict.Allowed();
            }
            Duration wait = longer(
                    wait(handle, "person", person.value(), limits.ofPerson(), now),
                    wait(handle, "chat_id", chat, limits.ofChat(), now));
            if (wait.isZero()) {
                insert(handle, update, person, chat, now, "answered");
                return new Verdict.Allowed();
            }
            if (known.isEmpty() && wasTold(handle, person, chat, now)) {
                return new Verdict.Ignored();
            }
            insert(handle, update, person, chat, now, "refused");
            return new Verdict.Refused(wait);
        });
    }

    /** How long until there are fewer than {@code most} in the last hour; zero if there are. */
    private static Duration wait(Handle handle, String column, Object value, int most, Instant now) {
        if (most == 0) {
            return Duration.ZERO;
        }
        // The one that has to leave the hour first: the oldest but for those that are surplus.
        return handle.createQuery("SELECT asked FROM question WHERE " + column + " = :value AND verdict = 'answered'"
                        + " AND asked > :from ORDER BY asked DESC LIMIT 1 OFFSET :most")
                .bind("value", value)
                .bind("from", now.minus(HOUR).toEpochMilli())
                .bind("most", most - 1)
                .mapTo(Long.class)
                .findOne()
                .map(asked -> Duration.between(now, Instant.ofEpochMilli(asked).plus(HOUR)))
                .orElse(Duration.ZERO);
    }

    private static boolean wasTold(Handle handle, PersonId person, long chat, Instant now) {
        return handle.createQuery("SELECT count(*) FROM question WHERE verdict = 'refused' AND asked > :from"
                                + " AND person = :person AND chat_id = :chat")
                        .bind("from", now.minus(HOUR).toEpochMilli())
                        .bind("person", person.value())
                        .bind("chat", chat)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void insert(Handle handle, long update, PersonId person, long chat, Instant now, String verdict) {
        handle.execute(
                "INSERT INTO question (update_id, person, chat_id, asked, verdict) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (update_id) DO UPDATE SET asked = excluded.asked, verdict = excluded.verdict",
                update,
                person.value(),
                chat,
                now.toEpochMilli(),
                verdict);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
