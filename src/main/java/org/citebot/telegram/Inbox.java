package org.citebot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    private final Jdbi jdbi;
    private final Clock clock;

    Inbox(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
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

    /** Takes up the update that has waited longest: the first of its chat, due {@code now}, and of no busy chat. */
    Optional<StoredUpdate> claim(Collection<Long> busyChats, Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<StoredUpdate> first = handle
                    .createQuery("SELECT * FROM inbox WHERE state = 'waiting' AND not_before <= :now AND arrival IN"
                            + " (SELECT min(arrival) FROM inbox WHERE state = 'waiting' GROUP BY chat_id)"
                            + " ORDER BY arrival")
                    .bind("now", now.toEpochMilli())
                    .map(STORED)
                    .stream()
                    .filter(update -> !busyChats.contains(update.chat()))
                    .findFirst();
            first.ifPresent(
                    update -> handle.execute("UPDATE inbox SET starts = starts + 1 WHERE update_id = ?", update.id()));
            return first.map(update -> new StoredUpdate(
                    update.id(),
                    update.chat(),
                    update.json(),
                    update.received(),
                    update.starts() + 1,
                    update.postponements()));
        });
    }

    /** The updates of a chat that wait, as they came, in their order. */
    List<String> waiting(long chat) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT json FROM inbox WHERE state = 'waiting' AND chat_id = :chat ORDER BY arrival")
                .bind("chat", chat)
                .mapTo(String.class)
                .list());
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

    /** Notes that an update needs nothing more. */
    void end(StoredUpdate update, End end) {
        String state = switch (end) {
            case DONE -> "done";
            case FAILED -> "failed";
            case EXPIRED -> "expired";
        };
        jdbi.useHandle(handle -> handle.execute("UPDATE inbox SET state = ? WHERE update_id = ?", state, update.id()));
    }

    /** Puts an update off, and with it all later ones of its chat. */
    void postpone(StoredUpdate update, Duration pause) {
        jdbi.useHandle(handle -> handle.execute(
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
