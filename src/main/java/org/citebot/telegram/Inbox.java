package org.citebot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * The updates, durable before Telegram is told that they arrived, each until it is handled and afterwards. For many
 * threads.
 */
final class Inbox {

    private static final RowMapper<StoredUpdate> STORED = (row, context) -> new StoredUpdate(
            row.getLong("update_id"),
            row.getLong("chat_id"),
            row.getString("json"),
            Instant.ofEpochMilli(row.getLong("received")),
            row.getInt("starts"),
            row.getInt("postponements"));

    /** So many may wait; Telegram keeps more than that for us. */
    static final int CAPACITY = 5_000;

    /** From so many starts without an end on, an update is suspected of ending the process. */
    private static final int RISKY_STARTS = 3;

    /** How long such an update rests before its next start, twice as long each time. */
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Jdbi jdbi;

    /** For how far an update has come: a loss of power may set it back, and it is handled again, with the same effect. */
    private final Jdbi progress;

    private final Clock clock;
    private final int capacity;

    Inbox(Database database, Clock clock) {
        this(database, clock, CAPACITY);
    }

    /** @param capacity how many updates may wait before it is full */
    Inbox(Database database, Clock clock, int capacity) {
        this.jdbi = database.jdbi();
        this.progress = database.unsynced();
        this.clock = clock;
        this.capacity = capacity;
    }

    /** How an update ended. */
    enum End {
        DONE,
        FAILED,
        /** Too old to be answered. */
        EXPIRED
    }

    /**
     * An update on its way in.
     *
     * @param place where there is something to do for it; null if nowhere
     * @param readable whether it is as Telegram describes it
     */
    record Incoming(long id, String json, @Nullable Place place, boolean readable) {}

    /** The chat and number of a message that came, or below which was pressed, and the album it is part of, if any. */
    record Place(long chat, int message, @Nullable String album) {}

    /**
     * Stores a batch and moves the offset, in one transaction.
     *
     * @return how many of the batch were not known yet
     */
    int store(List<Incoming> batch) {
        return jdbi.inTransaction(handle -> {
            int fresh = 0;
            for (Incoming update : batch) {
                fresh += insert(handle, update);
            }
            // Not the highest number ever seen: after a quiet week Telegram counts from a random one.
            OptionalLong last = batch.stream().mapToLong(Incoming::id).max();
            if (last.isPresent()) {
                handle.execute(
                        "INSERT INTO polling (id, next_offset) VALUES (1, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET next_offset = excluded.next_offset",
                        last.getAsLong() + 1);
            }
            return fresh;
        });
    }

    /** The offset that confirms what is stored and nothing else; empty before the first update. */
    Optional<Long> nextOffset() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT next_offset FROM polling")
                .mapTo(Long.class)
                .findOne());
    }

    /**
     * Takes up the updates that have waited longest: each the first of its chat, due {@code now}, and of no busy chat.
     * One that was interrupted again and again is taken up alone, before all others, once nothing is in hand: should it
     * end the process, it takes no other with it. Interrupted once more, it rests ever longer before the next start, as
     * it may as well be the process that does not live, and then the others are not to wait for it.
     *
     * @param most at least 1
     */
    List<StoredUpdate> claim(Collection<Long> busyChats, Instant now, int most) {
        return progress.inTransaction(handle -> {
            List<StoredUpdate> risky = due(handle, "AND starts >= " + RISKY_STARTS, Set.of(), now, 1);
            List<StoredUpdate> first =
                    risky.isEmpty() ? due(handle, "", busyChats, now, most) : busyChats.isEmpty() ? risky : List.of();
            List<StoredUpdate> started =
                    first.stream().map(StoredUpdate::started).toList();
            started.forEach(update -> {
                handle.execute("UPDATE inbox SET starts = ? WHERE update_id = ?", update.starts(), update.id());
                if (update.starts() >= RISKY_STARTS) {
                    rest(handle, update, now);
                }
            });
            return started;
        });
    }

    /** Has an update left alone for a while if this start comes to no end. */
    private static void rest(Handle handle, StoredUpdate update, Instant now) {
        Duration rest = Backoff.doubled(SHORTEST_REST, LONGEST_REST, update.starts() - RISKY_STARTS + 1);
        handle.execute(
                "UPDATE inbox SET not_before = ? WHERE update_id = ?",
                now.plus(rest).toEpochMilli(),
                update.id());
    }

    /** The updates of a chat that wait, as they came, in their order. */
    List<String> waiting(long chat) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT json FROM inbox WHERE state = 'waiting' AND chat_id = :chat ORDER BY arrival")
                .bind("chat", chat)
                .mapTo(String.class)
                .list());
    }

    private static List<StoredUpdate> due(
            Handle handle, String condition, Collection<Long> busyChats, Instant now, int most) {
        try (Stream<StoredUpdate> due = handle
                .createQuery("SELECT * FROM inbox WHERE state = 'waiting' AND not_before <= :now " + condition
                        + " AND arrival IN (SELECT min(arrival) FROM inbox WHERE state = 'waiting' GROUP BY chat_id)"
                        + " ORDER BY arrival")
                .bind("now", now.toEpochMilli())
                .map(STORED)
                .stream()) {
            return due.filter(update -> !busyChats.contains(update.chat()))
                    .limit(most)
                    .toList();
        }
    }

    /** Whether an update is one that is taken up alone. */
    static boolean isRisky(StoredUpdate update) {
        return update.starts() > RISKY_STARTS;
    }

    /** Whether as many wait as may. */
    boolean isFull() {
        return waiting() >= capacity;
    }

    /** How many updates wait, those in hand included. */
    int waiting() {
        return count("inbox WHERE state = 'waiting'");
    }

    /** How many answers are made and not known to be sent. */
    int unsent() {
        return count("outbox");
    }

    /** When the update that waits longest of those that are due came; empty if none is due. */
    Optional<Instant> oldestDue() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT received FROM inbox WHERE state = 'waiting' AND not_before <= ?"
                                + " ORDER BY arrival LIMIT 1")
                        .bind(0, clock.millis())
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    private int count(String what) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + what)
                .mapTo(Integer.class)
                .one());
    }

    /** When the next update that is not due {@code now} will be; empty if there is none. */
    Optional<Instant> nextDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT not_before FROM inbox WHERE state = 'waiting' AND not_before > :now"
                                + " ORDER BY not_before LIMIT 1")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /** Notes that an update needs nothing more, and lets go of what was made for it. */
    void end(StoredUpdate update, End end) {
        String state = switch (end) {
            case DONE -> "done";
            case FAILED -> "failed";
            case EXPIRED -> "expired";
        };
        progress.useTransaction(handle -> {
            handle.execute("UPDATE inbox SET state = ? WHERE update_id = ?", state, update.id());
            handle.execute("DELETE FROM outbox WHERE update_id = ?", update.id());
        });
    }

    /** Puts an update off, and with it all later ones of its chat. */
    void postpone(StoredUpdate update, Duration pause) {
        progress.useTransaction(handle -> handle.execute(
                "UPDATE inbox SET not_before = ?, starts = 0, postponements = postponements + 1 WHERE update_id = ?",
                clock.instant().plus(pause).toEpochMilli(),
                update.id()));
    }

    private int insert(Handle handle, Incoming update) {
        Place place = update.place();
        String state = !update.readable() ? "unreadable" : place == null ? "done" : "waiting";
        return handle.createUpdate("INSERT INTO inbox (update_id, chat_id, message_id, album, json, state, received)"
                        + " VALUES (:id, :chat, :message, :album, :json, :state, :now)"
                        + " ON CONFLICT (update_id) DO NOTHING")
                .bind("id", update.id())
                .bind("chat", place == null ? null : place.chat())
                .bind("message", place == null ? null : place.message())
                .bind("album", place == null ? null : place.album())
                .bind("json", update.json())
                .bind("state", state)
                .bind("now", clock.millis())
                .execute();
    }
}
