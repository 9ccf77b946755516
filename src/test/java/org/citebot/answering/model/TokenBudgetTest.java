package org.citebot.answering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citebot.answering.ModelPrompt;
import org.citebot.answering.model.TokenBudget.Reservation;
import org.citebot.answering.model.TokenBudget.Spending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenBudgetTest {

    /** A prompt of 36 letters and its frame of 64 tokens, and the 100 tokens that may be written. */
    private static final long MOST_PER_CALL = 200;

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @TempDir
    private Path folder = Path.of("");

    private final TurnableClock clock = new TurnableClock();

    @Test
    void whatACallUsedIsNotedWithItsCost() {
        TokenBudget budget = budget(new TokenLimits(1_000, 1_000, 1_000), clock);
        Reservation reservation = budget.reserve(prompt("ada"), 0).orElseThrow();
        assertThat(budget.spent(TODAY).tokens()).isEqualTo(MOST_PER_CALL);

        budget.settle(reservation, 40, 10);

        // 40 x 0.15 + 10 x 0.60
        assertThat(budget.spent(TODAY)).isEqualTo(new Spending(1, 40, 10, 12));
        assertThat(budget.spent(TODAY, "ada")).isEqualTo(new Spending(1, 40, 10, 12));
        assertThat(budget.spent(TODAY, "bob").calls()).isZero();
    }

    @Test
    void onePersonsLimitIsNoOneElses() {
        TokenBudget budget = budget(new TokenLimits(1_000, 400, 1_000), clock);

        assertThat(calls(budget, "ada", 5)).isEqualTo(2);
        assertThat(calls(budget, "bob", 1)).isEqualTo(1);
        // Whoever has the machine itself has no limit but that of all.
        assertThat(calls(budget, null, 5)).isEqualTo(2);
        assertThat(budget.spent(TODAY).tokens()).isEqualTo(1_000);
    }

    @Test
    void aQuestionHasALimitForAllItsCalls() {
        TokenBudget budget = budget(new TokenLimits(399, 10_000, 10_000), clock);

        assertThat(budget.reserve(prompt("ada"), 0)).isPresent();
        assertThat(budget.reserve(prompt("ada"), MOST_PER_CALL)).isEmpty();
    }

    @Test
    void aDayLaterThereIsANewBudget() {
        TokenBudget budget = budget(new TokenLimits(1_000, 200, 1_000), clock);
        assertThat(calls(budget, "ada", 2)).isEqualTo(1);

        clock.advance(Duration.ofHours(12));

        assertThat(calls(budget, "ada", 2)).isEqualTo(1);
    }

    @Test
    void aRestartForgetsNothingAndUnsettledCallsCountInFull() {
        TokenLimits limits = new TokenLimits(1_000, 400, 1_000);
        TokenBudget before = budget(limits, clock);
        before.settle(before.reserve(prompt("ada"), 0).orElseThrow(), 60, 40);
        assertThat(before.reserve(prompt("ada"), 0)).isPresent();

        TokenBudget after = budget(limits, clock);

        assertThat(after.spent(TODAY, "ada").tokens()).isEqualTo(100 + MOST_PER_CALL);
        assertThat(after.reserve(prompt("ada"), 0)).isEmpty();
    }

    @Test
    void manyAtOnceFromTwoProcessesNeverPassALimit() throws InterruptedException, ExecutionException {
        long seed = new Random().nextLong();
        System.out.println("TokenBudgetTest: seed " + seed);
        TokenLimits limits = new TokenLimits(1_000, 1_500, 8_000);
        // Two processes share nothing but the file.
        List<TokenBudget> processes = List.of(budget(limits, clock), budget(limits, clock));
        List<Future<Boolean>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 200; i++) {
                Random random = new Random(seed + i);
                TokenBudget budget = processes.get(i % 2);
                String asker = i % 3 == 0 ? "flooder" : "person " + i % 20;
                calls.add(threads.submit(() -> call(budget, asker, limits, random)));
            }
        }
        int served = 0;
        for (Future<Boolean> call : calls) {
            served += call.get() ? 1 : 0;
        }
        assertThat(served).as("seed %d", seed).isBetween(40, 199);
        // Some were refused for what others had reserved and did not use: that is there for whoever asks next.
        for (int i = 0; call(processes.getFirst(), "late " + i, limits, new Random(seed - i)); i++) {
            served++;
        }
        Spending all = processes.getFirst().spent(TODAY);
        assertThat(all.calls()).isEqualTo(served);
        assertThat(all.tokens()).as("seed %d", seed).isBetween(8_000 - MOST_PER_CALL, 8_000L);
        assertThat(processes.getLast().spent(TODAY, "flooder").tokens()).isLessThanOrEqualTo(1_500);
    }

    /** Whether it was served; after each step no limit is passed. */
    private static boolean call(TokenBudget budget, String asker, TokenLimits limits, Random random) {
        Optional<Reservation> reservation = budget.reserve(prompt(asker), 0);
        assertThat(budget.spent(TODAY).tokens()).isLessThanOrEqualTo(limits.day());
        assertThat(budget.spent(TODAY, asker).tokens()).isLessThanOrEqualTo(limits.askerDay());
        reservation.ifPresent(taken -> budget.settle(taken, random.nextInt(101), random.nextInt(101)));
        return reservation.isPresent();
    }

    private static int calls(TokenBudget budget, @Nullable String asker, int attempts) {
        int served = 0;
        for (int i = 0; i < attempts; i++) {
            served += budget.reserve(prompt(asker), 0).isPresent() ? 1 : 0;
        }
        return served;
    }

    private static ModelPrompt prompt(@Nullable String asker) {
        return new ModelPrompt("123456", "123456789012345678901234567890", asker);
    }

    private TokenBudget budget(TokenLimits limits, Clock clock) {
        URI nowhere = URI.create("http://localhost:1");
        ModelSettings settings = ModelFixture.settings(ModelProvider.OPENAI, nowhere, Duration.ofSeconds(30), limits);
        return TokenBudget.open(folder.resolve("model.db"), settings, clock);
    }
}
