package org.citebot.answering.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.citebot.answering.ModelPrompt;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What may be used of a model, and what has been. Each call takes the most that it can use beforehand and gives back the
 * rest afterwards, so that calls at the same moment, of any number of processes, never pass a limit together. Kept in
 * SQLite: a restart forgets nothing. For many threads.
 *
 * <p>The most that a prompt can be is its number of bytes, because every token stands for at least one. That is four
 * times too much for English, and matters only within a prompt's length of a limit.
 */
public final class TokenBudget {

    /** What a provider puts around a prompt: roles, and marks where messages begin and end. */
    private static final int FRAME_TOKENS = 64;

    private final Database database;
    private final Jdbi jdbi;
    private final String model;
    private final int maxOutputTokens;
    private final TokenLimits limits;
    private final TokenPrices prices;
    private final Clock clock;

    private TokenBudget(Database database, ModelSettings settings, Clock clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.model = settings.shownName();
        this.maxOutputTokens = settings.maxOutputTokens();
        this.limits = settings.limits();
        this.prices = settings.prices();
        this.clock = clock;
    }

    /**
     * Opens the account book, creating it where missing.
     *
     * @param clock says which day it is, in its zone
     */
    public static TokenBudget open(Path file, ModelSettings settings, Clock clock) {
        return new TokenBudget(Database.open(file, "db/model", 1), settings, clock);
    }

    /**
     * What has been used.
     *
     * @param calls how often the model was called
     * @param inputTokens tokens read
     * @param outputTokens tokens written
     * @param costMicros what that cost, in millionths of the currency's unit
     */
    public record Spending(long calls, long inputTokens, long outputTokens, long costMicros) {

        /** Read and written. */
        public long tokens() {
            return inputTokens + outputTokens;
        }
    }

    /** What all have used on a day; calls under way count with the most that they can use. */
    public Spending spent(LocalDate day) {
        return jdbi.withHandle(handle -> spent(handle, day.toString(), null));
    }

    /** What one person has used on a day. */
    public Spending spent(LocalDate day, String asker) {
        return jdbi.withHandle(handle -> spent(handle, day.toString(), asker));
    }

    /** What a call has taken and not yet accounted for. */
    record Reservation(long id, long tokens) {}

    /**
     * Takes what one call can use.
     *
     * @param usedByQuestion what earlier calls for the same question have taken, in tokens
     * @return empty if that would pass a limit
     */
    Optional<Reservation> reserve(ModelPrompt prompt, long usedByQuestion) {
        long input = mostTokens(prompt);
        long all = input + maxOutputTokens;
        if (usedByQuestion + all > limits.question()) {
            return Optional.empty();
        }
        String day = LocalDate.now(clock).toString();
        return jdbi.inTransaction(handle -> {
            String asker = prompt.asker();
            boolean tooMuch = spent(handle, day, null).tokens() + all > limits.day()
                    || (asker != null && spent(handle, day, asker).tokens() + all > limits.askerDay());
            return tooMuch ? Optional.empty() : Optional.of(insert(handle, day, asker, input));
        });
    }

    /** Notes what a call did use. */
    void settle(Reservation reservation, int inputTokens, int outputTokens) {
        jdbi.useTransaction(handle -> handle.execute(
                "UPDATE spending SET state = 'settled', input_tokens = ?, output_tokens = ?, cost_micros = ?"
                        + " WHERE id = ?",
                inputTokens,
                outputTokens,
                prices.micros(inputTokens, outputTokens),
                reservation.id()));
    }

    /** Erases whose account the calls of a person were on; what they cost in all stays. */
    void forget(String asker) {
        jdbi.useTransaction(handle -> handle.execute("UPDATE spending SET asker = NULL WHERE asker = ?", asker));
        database.emptyLog();
    }

    private Reservation insert(Handle handle, String day, @Nullable String asker, long input) {
        long id = handle.createUpdate("INSERT INTO spending"
                        + " (day, asker, model, state, input_tokens, output_tokens, cost_micros)"
                        + " VALUES (:day, :asker, :model, 'reserved', :input, :output, :cost)")
                .bind("day", day)
                .bind("asker", asker)
                .bind("model", model)
                .bind("input", input)
                .bind("output", maxOutputTokens)
                .bind("cost", prices.micros(input, maxOutputTokens))
                .executeAndReturnGeneratedKeys()
                .mapTo(Long.class)
                .one();
        return new Reservation(id, input + maxOutputTokens);
    }

    private static Spending spent(Handle handle, String day, @Nullable String asker) {
        return handle.createQuery("SELECT count(*), coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0),"
                        + " coalesce(sum(cost_micros), 0) FROM spending WHERE day = :day"
                        + (asker == null ? "" : " AND asker = :asker"))
                .bind("day", day)
                .bindMap(asker == null ? Map.of() : Map.of("asker", asker))
                .map((row, context) -> new Spending(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .one();
    }

    private static long mostTokens(ModelPrompt prompt) {
        return bytes(prompt.system()) + bytes(prompt.user()) + FRAME_TOKENS;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
