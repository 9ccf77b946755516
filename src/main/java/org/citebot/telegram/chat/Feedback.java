package org.citebot.telegram.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.jdbi.v3.core.Jdbi;

/**
 * What people think of answers, for moderators to read: it changes no ranking. One vote a person, which may change it.
 * For many threads.
 */
public final class Feedback {

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final int MOST_GAPS = 20;

    private final Jdbi jdbi;
    private final Clock clock;

    /** @param database the bot's own */
    public Feedback(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** Why somebody did not like an answer. */
    enum Reason {
        WRONG(Phrase.REASON_WRONG),
        BESIDE(Phrase.REASON_BESIDE),
        INCOMPLETE(Phrase.REASON_INCOMPLETE),
        SOURCE(Phrase.REASON_SOURCE),
        OTHER(Phrase.REASON_OTHER);

        private final Phrase phrase;

        Reason(Phrase phrase) {
            this.phrase = phrase;
        }

        Phrase phrase() {
            return phrase;
        }
    }

    /**
     * A question that the corpus leaves open.
     *
     * @param asked how often it was asked
     * @param told how many told the moderators
     * @param disliked how many did not like what was answered
     */
    record Gap(String question, int asked, int told, int disliked) {}

    /** Notes a vote; the same vote again takes it back. Returns whether it counts now. */
    boolean vote(long answer, PersonId person, boolean liked) {
        return jdbi.inTransaction(handle -> {
            int same = handle.execute(
                    "DELETE FROM vote WHERE answer = ? AND person = ? AND liked = ?", answer, person.value(), liked);
            if (same == 0) {
                handle.execute(
                        "INSERT OR REPLACE INTO vote (answer, person, liked) VALUES (?, ?, ?)",
                        answer,
                        person.value(),
                        liked);
            }
            return same == 0;
        });
    }

    /** Notes why a person did not like an answer. */
    void explain(long answer, PersonId person, Reason reason) {
        jdbi.useTransaction(handle -> handle.execute(
                "INSERT OR REPLACE INTO vote (answer, person, liked, reason) VALUES (?, ?, 0, ?)",
                answer,
                person.value(),
                reason.name()));
    }

    /** Notes that a person misses an answer; false if that was known. */
    boolean report(long answer, PersonId person) {
        return jdbi.inTransaction(handle -> handle.execute(
                        "INSERT OR IGNORE INTO gap_report (answer, person) VALUES (?, ?)", answer, person.value()))
                > 0;
    }

    /** What was asked of late and not answered, or not to people's liking; first what most people miss. */
    List<Gap> gaps() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT min(coalesce(read_as, question)) AS question, count(*) AS asked,
                            sum((SELECT count(*) FROM gap_report r WHERE r.answer = a.number)) AS told,
                            sum((SELECT count(*) FROM vote v WHERE v.answer = a.number AND v.liked = 0)) AS disliked
                        FROM answer a
                        WHERE question IS NOT NULL AND asked > :since AND (outcome = 'nothing'
                            OR EXISTS (SELECT 1 FROM vote v WHERE v.answer = a.number AND v.liked = 0))
                        GROUP BY lower(trim(coalesce(read_as, question), ' ?!.'))
                        ORDER BY told + disliked DESC, asked DESC, max(a.number) DESC LIMIT :most""")
                .bind("since", clock.instant().minus(SHOWN).toEpochMilli())
                .bind("most", MOST_GAPS)
                .map((row, context) -> new Gap(
                        row.getString("question"), row.getInt("asked"), row.getInt("told"), row.getInt("disliked")))
                .list());
    }
}
