package org.citebot.telegram.chat;

import java.util.List;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.jdbi.v3.core.Handle;

/**
 * Erases what the bot's database holds of a person: updates as they came, questions, answers with their citations,
 * contexts, votes, the language. The file holds none of it afterwards: what is deleted is overwritten, and the log of
 * changes is emptied. For many threads.
 */
public final class PersonEraser {

    /** Where a kind of update tells who caused it. */
    private static final List<String> SENDERS = List.of(
            "$.message.from.id",
            "$.edited_message.from.id",
            "$.callback_query.from.id",
            "$.inline_query.from.id",
            "$.guest_message.from.id",
            "$.guest_message.guest_bot_caller_user.id");

    private final Database database;

    /** @param database the bot's own */
    public PersonEraser(Database database) {
        this.database = database;
    }

    /**
     * Erases a person.
     *
     * @param number Telegram's number of the person, which is that of the private chat with them too
     */
    public void erase(PersonId person, long number) {
        database.jdbi().useTransaction(handle -> {
            // What is being handled at this moment keeps its line, so that its end can be noted.
            String updates = "WHERE chat_id = :number OR (json_valid(json) AND :number IN ("
                    + String.join(
                            ", ",
                            SENDERS.stream()
                                    .map(path -> "json_extract(json, '" + path + "')")
                                    .toList())
                    + "))";
            handle.createUpdate("DELETE FROM outbox WHERE update_id IN (SELECT update_id FROM inbox " + updates + ")")
                    .bind("number", number)
                    .execute();
            handle.createUpdate("UPDATE inbox SET json = '{}', album = NULL " + updates)
                    .bind("number", number)
                    .execute();
            handle.execute("DELETE FROM inbox WHERE chat_id = ? AND state <> 'waiting'", number);
            handle.execute("DELETE FROM reply WHERE chat_id = ?", number);
            forgetAnswers(handle, person, number);
            handle.execute("DELETE FROM desk_message WHERE chat = ?", number);
        });
        database.emptyLog();
    }

    private static void forgetAnswers(Handle handle, PersonId person, long number) {
        handle.execute("DELETE FROM answer WHERE person = ? OR chat = ?", person.value(), number);
        handle.execute("DELETE FROM turn WHERE person = ?", person.value());
        handle.execute("DELETE FROM vote WHERE person = ?", person.value());
        handle.execute("DELETE FROM gap_report WHERE person = ?", person.value());
        handle.execute("DELETE FROM question WHERE person = ?", person.value());
        handle.execute("DELETE FROM invitation WHERE inviter = ?", person.value());
        handle.execute("DELETE FROM preference WHERE person = ?", person.value());
    }
}
