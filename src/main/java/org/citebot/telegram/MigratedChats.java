package org.citebot.telegram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Jdbi;

/**
 * Groups that became supergroups and have another number since: all that is kept of them moves along, and what is still
 * sent to the old number goes to the new one. For many threads.
 */
final class MigratedChats {

    /** Every table with something of a chat, and the column that names it. A new one belongs in here. */
    private static final List<String> TABLES =
            List.of("inbox.chat_id", "reply.chat_id", "desk_message.chat", "pasted_text.chat", "question.chat_id");

    private final Jdbi jdbi;

    /** Few groups ever migrate, and each once. */
    private final Map<Long, Long> current = new ConcurrentHashMap<>();

    MigratedChats(Database database) {
        this.jdbi = database.jdbi();
        jdbi.useHandle(handle -> handle.createQuery("SELECT former, current FROM migrated_chat")
                .map((row, context) -> Map.entry(row.getLong("former"), row.getLong("current")))
                .forEach(entry -> current.put(entry.getKey(), entry.getValue())));
    }

    /** The number that a chat has now; empty if it kept its own. */
    Optional<Long> current(long chat) {
        return Optional.ofNullable(current.get(chat));
    }

    /** Moves all that is kept of a chat; what the new number has already stays as it is. */
    void move(long former, long now) {
        jdbi.useTransaction(handle -> {
            handle.execute("INSERT OR REPLACE INTO migrated_chat (former, current) VALUES (?, ?)", former, now);
            // Parts of a pasted text refer to it by the chat.
            handle.execute("PRAGMA defer_foreign_keys = ON");
            handle.execute("UPDATE OR IGNORE pasted_part SET chat = ? WHERE chat = ?", now, former);
            for (String table : TABLES) {
                String[] name = table.split("\\.", 2);
                handle.execute(
                        "UPDATE OR IGNORE " + name[0] + " SET " + name[1] + " = ? WHERE " + name[1] + " = ?",
                        now,
                        former);
            }
        });
        current.put(former, now);
    }
}
