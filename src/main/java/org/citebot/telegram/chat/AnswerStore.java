package org.citebot.telegram.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citebot.citation.Citation;
import org.citebot.corpus.Database;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.telegram.chat.StoredAnswer.CitedSpan;
import org.citebot.telegram.chat.StoredAnswer.Outcome;
import org.citebot.telegram.text.FormattedText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The answers that were shown, with what they cite. For many threads. */
public final class AnswerStore {

    private static final TypeReference<List<FormattedText>> PAGES = new TypeReference<>() {};

    private final ObjectMapper mapper = new ObjectMapper();
    private final Jdbi jdbi;
    private final Clock clock;

    /** @param database the bot's own */
    public AnswerStore(Database database, Clock clock) {
        // After a loss of power the buttons of the last answers may be too old, and say so.
        this.jdbi = database.unsynced();
        this.clock = clock;
    }

    /**
     * An answer that is about to be shown.
     *
     * @param origin what asked for it, the same where it asks again
     * @param person who asked
     * @param readAs the question that was answered, where it is another one; null if it is not
     * @param pages the answer, cut into messages
     */
    public record NewAnswer(
            long chat,
            String origin,
            PersonId person,
            Language language,
            String question,
            @Nullable String readAs,
            Outcome outcome,
            List<Citation> citations,
            List<FormattedText> pages) {}

    /** Keeps an answer, in place of what the same origin was answered before; the number is the same then. */
    public long save(NewAnswer answer) {
        return jdbi.inTransaction(handle -> {
            long number = saveAnswer(handle, answer);
            handle.execute("DELETE FROM answer_citation WHERE answer = ?", number);
            for (Citation citation : answer.citations()) {
                saveCitation(handle, number, citation);
            }
            return number;
        });
    }

    /** Notes which message shows an answer. */
    public void shown(long chat, String origin, int message) {
        jdbi.useTransaction(handle ->
                handle.execute("UPDATE answer SET message = ? WHERE chat = ? AND origin = ?", message, chat, origin));
    }

    /** An answer that was shown in a chat; empty if there is none of this number there. */
    public Optional<StoredAnswer> find(long number, long chat) {
        return jdbi.withHandle(handle -> {
            List<CitedSpan> citations = citations(handle, number);
            return handle.createQuery("SELECT * FROM answer WHERE number = :number AND chat = :chat")
                    .bind("number", number)
                    .bind("chat", chat)
                    .map((row, context) -> new StoredAnswer(
                            number,
                            chat,
                            row.getObject("message") == null ? null : row.getInt("message"),
                            Language.ofCode(row.getString("language")),
                            row.getString("question"),
                            row.getString("read_as"),
                            Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                            citations,
                            pages(row.getString("pages"))))
                    .findOne();
        });
    }

    /** The number of the answer that a message of the bot's shows. */
    public Optional<Long> shownBy(long chat, int message) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT number FROM answer WHERE chat = :chat AND message = :message")
                        .bind("chat", chat)
                        .bind("message", message)
                        .mapTo(Long.class)
                        .findFirst());
    }

    private long saveAnswer(Handle handle, NewAnswer answer) {
        // Votes on the answer to another question say nothing of this one.
        handle.execute(
                "DELETE FROM vote WHERE answer IN"
                        + " (SELECT number FROM answer WHERE chat = ? AND origin = ? AND question IS NOT ?)",
                answer.chat(),
                answer.origin(),
                answer.question());
        return handle.createQuery("""
                        INSERT INTO answer (chat, origin, person, language, asked, question, read_as, outcome, pages)
                        VALUES (:chat, :origin, :person, :language, :asked, :question, :readAs, :outcome, :pages)
                        ON CONFLICT (chat, origin) DO UPDATE SET person = excluded.person,
                            language = excluded.language, asked = excluded.asked, question = excluded.question,
                            read_as = excluded.read_as, outcome = excluded.outcome, pages = excluded.pages
                        RETURNING number""")
                .bind("chat", answer.chat())
                .bind("origin", answer.origin())
                .bind("person", answer.person().value())
                .bind("language", answer.language().code())
                .bind("asked", clock.millis())
                .bind("question", answer.question())
                .bind("readAs", answer.readAs())
                .bind("outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                .bind("pages", json(answer.pages()))
                .mapTo(Long.class)
                .one();
    }

    private static void saveCitation(Handle handle, long number, Citation citation) {
        handle.execute(
                "INSERT INTO answer_citation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                citation.number(),
                citation.version().document().value(),
                citation.version().number(),
                citation.passage().span().start(),
                citation.passage().span().end(),
                citation.span().start(),
                citation.span().end());
    }

    private static List<CitedSpan> citations(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM answer_citation WHERE answer = :answer ORDER BY number")
                .bind("answer", number)
                .map((row, context) -> new CitedSpan(
                        row.getInt("number"),
                        new DocumentId(row.getString("document")),
                        row.getInt("version"),
                        new TextSpan(row.getInt("passage_start"), row.getInt("passage_end")),
                        new TextSpan(row.getInt("quote_start"), row.getInt("quote_end"))))
                .list();
    }

    /** Null for what fits into one message: that is shown, and needs not be kept. */
    private @Nullable String json(List<FormattedText> pages) {
        try {
            return pages.size() < 2 ? null : mapper.writeValueAsString(pages);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every text can be written as JSON", e);
        }
    }

    private List<FormattedText> pages(@Nullable String json) {
        try {
            return json == null ? List.of() : mapper.readValue(json, PAGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The pages of an answer cannot be read", e);
        }
    }
}
