package org.citebot.answering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.answering.model.ModelFixture.LONG;
import static org.citebot.answering.model.ModelFixture.PROMPT;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.citebot.answering.ModelReply;
import org.citebot.answering.ModelReply.Failed;
import org.citebot.answering.ModelReply.Failed.Cause;
import org.citebot.answering.ModelReply.Written;
import org.citebot.answering.model.CallResult.Broke;
import org.citebot.answering.model.CallResult.Wrote;
import org.citebot.corpus.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guards around a model, with a scripted model and a clock that is turned. */
class GuardedModelTest {

    private static final Wrote TEXT = new Wrote("Seven [1].", 40, 10);
    private static final Broke DOWN = new Broke(Cause.UNAVAILABLE, true, true, null);
    private static final TokenLimits LIMITS = new TokenLimits(10_000, 1_000_000, 1_000_000);

    @TempDir
    private Path folder = Path.of("");

    private final TurnableClock clock = new TurnableClock();
    private final AtomicInteger calls = new AtomicInteger();
    private final Deque<CallResult> script = new ArrayDeque<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private CallResult otherwise = TEXT;
    private @Nullable GuardedModel open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aPassingFailureIsTriedAgainAfterAPause() {
        script.add(DOWN);

        assertThat(model(LIMITS).write(PROMPT, LONG)).isEqualTo(new Written("Seven [1].", 40, 10));
        assertThat(calls).hasValue(2);
        assertThat(pauses)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMillis(100), Duration.ofMillis(500)));
    }

    @Test
    void pausesDiffer() {
        GuardedModel model = model(LIMITS);
        for (int i = 0; i < 30; i++) {
            script.add(DOWN);
            script.add(TEXT);
            model.write(PROMPT, LONG);
            for (int j = 0; j < 15; j++) {
                model.write(PROMPT, LONG);
            }
        }
        assertThat(pauses).hasSize(30);
        assertThat(pauses.stream().distinct()).hasSizeGreaterThan(5);
    }

    @Test
    void theServersOwnPauseIsKeptIfItFits() {
        script.add(new Broke(Cause.REFUSED, true, true, Duration.ofSeconds(3)));

        assertThat(model(LIMITS).write(PROMPT, LONG)).isInstanceOf(Written.class);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void aPauseThatDoesNotFitIsNotWaitedFor() {
        otherwise = new Broke(Cause.REFUSED, true, true, Duration.ofMinutes(1));

        assertThat(model(LIMITS).write(PROMPT, LONG)).isEqualTo(new Failed(Cause.REFUSED));
        assertThat(calls).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void inFlappingTroubleRetriesRunOut() {
        GuardedModel model = model(LIMITS);
        for (int i = 0; i < 200; i++) {
            script.add(DOWN);
            script.add(TEXT);
        }
        for (int i = 0; i < 200; i++) {
            model.write(PROMPT, LONG);
            clock.advance(Duration.ofSeconds(11));
        }
        assertThat(calls.get()).isBetween(201, 223);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 30})
    void anOutageCostsFewCallsAndEndsSoon(int secondsBetweenQuestions) {
        GuardedModel model = model(LIMITS);
        Duration between = Duration.ofSeconds(secondsBetweenQuestions);
        for (int i = 0; i < 10; i++) {
            model.write(PROMPT, LONG);
        }
        otherwise = DOWN;
        int before = calls.get();
        int questions = 300 / secondsBetweenQuestions;
        List<ModelReply> replies = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            replies.add(model.write(PROMPT, LONG));
            clock.advance(between);
        }
        int during = calls.get() - before;
        assertThat(replies).doesNotHaveAnyElementsOfTypes(Written.class);
        assertThat((double) during).isLessThanOrEqualTo(1.1 * questions);
        if (secondsBetweenQuestions == 1) {
            assertThat(replies).contains(new Failed(Cause.RESTING));
            assertThat(during).isLessThan(40);
        }

        otherwise = TEXT;
        int waited = 0;
        while (!(model.write(PROMPT, LONG) instanceof Written)) {
            clock.advance(between);
            waited += secondsBetweenQuestions;
        }
        assertThat(waited).isLessThanOrEqualTo(30);
        assertThat(model.write(PROMPT, LONG)).isInstanceOf(Written.class);
        System.out.printf(
                "An outage of 5 minutes, a question each %d s: %d questions, %d calls, recovered after %d s%n",
                secondsBetweenQuestions, questions, during, waited);
    }

    @Test
    void refusedRequestsDoNotMakeAModelRest() {
        otherwise = new Broke(Cause.REFUSED, false, true, null);
        GuardedModel model = model(LIMITS);

        for (int i = 0; i < 10; i++) {
            assertThat(model.write(PROMPT, LONG)).isEqualTo(new Failed(Cause.REFUSED));
        }
        assertThat(calls).hasValue(10);
    }

    @Test
    void withoutBudgetNothingIsCalled() {
        GuardedModel model = model(new TokenLimits(10_000, 350, 1_000_000));

        assertThat(model.write(PROMPT, LONG)).isInstanceOf(Written.class);
        for (int i = 0; i < 10; i++) {
            assertThat(model.write(PROMPT, LONG)).isEqualTo(new Failed(Cause.BUDGET));
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatMayHaveBeenBilledStaysReserved() {
        TokenBudget budget = budget(LIMITS);
        script.add(new Broke(Cause.TIMEOUT, false, false, null));
        script.add(DOWN);
        script.add(TEXT);
        GuardedModel model = model(LIMITS);

        model.write(PROMPT, LONG);
        long afterTimeout = budget.spent(LocalDate.now(clock)).tokens();
        model.write(PROMPT, LONG);

        assertThat(afterTimeout).isGreaterThan(200);
        assertThat(budget.spent(LocalDate.now(clock)).tokens()).isEqualTo(afterTimeout + 50);
    }

    @Test
    void aClosedModelThrowsNothing() {
        GuardedModel model = model(LIMITS);
        model.close();

        assertThat(model.write(PROMPT, LONG)).isEqualTo(new Failed(Cause.UNAVAILABLE));
        assertThat(calls).hasValue(0);
    }

    @Test
    void aLockedDatabaseDoesNotOutlastTheDeadline() {
        GuardedModel model = model(LIMITS);
        budgetDatabase().jdbi().useTransaction(handle -> {
            long begun = System.nanoTime();
            assertThat(model.write(PROMPT, Duration.ofMillis(500))).isEqualTo(new Failed(Cause.TIMEOUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        });
    }

    private GuardedModel model(TokenLimits limits) {
        ModelCall call = (prompt, within) -> {
            calls.incrementAndGet();
            CallResult scripted = script.poll();
            return scripted != null ? scripted : otherwise;
        };
        open = new GuardedModel(settings(limits), call, budget(limits), clock, time -> pauses.add(time));
        return open;
    }

    private TokenBudget budget(TokenLimits limits) {
        return TokenBudget.open(file(), settings(limits), clock);
    }

    private Database budgetDatabase() {
        return Database.open(file(), "db/model", 1);
    }

    private Path file() {
        return folder.resolve("model.db");
    }

    private static ModelSettings settings(TokenLimits limits) {
        return ModelFixture.settings(
                ModelProvider.OPENAI, URI.create("http://localhost:1"), Duration.ofSeconds(30), limits);
    }
}
