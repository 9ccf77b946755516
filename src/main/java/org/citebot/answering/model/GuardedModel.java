package org.citebot.answering.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.citebot.answering.LanguageModel;
import org.citebot.answering.ModelPrompt;
import org.citebot.answering.ModelReply;
import org.citebot.answering.ModelReply.Failed;
import org.citebot.answering.ModelReply.Failed.Cause;
import org.citebot.answering.ModelReply.Written;
import org.citebot.answering.model.CallResult.Broke;
import org.citebot.answering.model.CallResult.Wrote;
import org.citebot.answering.model.TokenBudget.Reservation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model with its guards around it. In the order in which a question meets them: the deadline, over everything; the
 * circuit breaker, asked before each call; the budget, reserved before each call and settled after it; and where a call
 * fails and another try may help, the retry budget and a pause.
 *
 * <p>The circuit breaker opens when three of the last five calls failed, and lets one call through ten seconds later:
 * in an outage a model is called by the first two questions and then six times a minute at most, and the first question
 * ten seconds after its recovery uses it again. With one retry at most, an outage costs one call more than it has
 * questions.
 */
final class GuardedModel implements LanguageModel {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedModel.class);
    private static final int MOST_CALLS = 2;
    private static final int REMEMBERED_CALLS = 5;
    private static final int FAILED_CALLS = 3;
    private static final long CLOSING_SECONDS = 2;
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final String name;
    private final Duration longest;
    private final ModelCall call;
    private final TokenBudget budget;
    private final CircuitBreaker breaker;
    private final Pause pause;
    private final RetryBudget retries = new RetryBudget();
    private final IntervalFunction pauses = IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2, 0.5);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    GuardedModel(ModelSettings settings, ModelCall call, TokenBudget budget, Clock clock, Pause pause) {
        this.name = settings.shownName();
        this.longest = settings.deadline();
        this.call = call;
        this.budget = budget;
        this.pause = pause;
        this.breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(REMEMBERED_CALLS)
                        .minimumNumberOfCalls(FAILED_CALLS)
                        .failureRateThreshold(100f * FAILED_CALLS / REMEMBERED_CALLS)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .build());
    }

    /** How time is let pass between two calls. */
    interface Pause {

        void pause(Duration time) throws InterruptedException;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelReply write(ModelPrompt prompt, Duration within) {
        return write(within, deadline -> reply(prompt, deadline, left -> call.call(prompt, left)));
    }

    @Override
    public ModelReply write(ModelPrompt prompt, Duration within, Consumer<String> soFar) {
        AtomicBoolean open = new AtomicBoolean(true);
        AtomicBoolean first = new AtomicBoolean(true);
        Consumer<String> whileOpen = text -> {
            if (open.get()) {
                soFar.accept(text);
            }
        };
        try {
            // What is tried again is written anew: of that, nothing is told.
            return write(
                    within,
                    deadline -> reply(
                            prompt,
                            deadline,
                            left -> first.getAndSet(false)
                                    ? call.call(prompt, left, whileOpen)
                                    : call.call(prompt, left)));
        } finally {
            open.set(false);
        }
    }

    /** What is done until a deadline. */
    private interface Task {

        ModelReply until(Deadline deadline) throws InterruptedException;
    }

    private ModelReply write(Duration within, Task task) {
        Deadline deadline = Deadline.in(within.compareTo(longest) < 0 ? within : longest);
        try {
            return await(threads.submit(() -> task.until(deadline)), deadline);
        } catch (RejectedExecutionException e) {
            // It was closed a moment ago.
            return new Failed(Cause.UNAVAILABLE);
        }
    }

    private static ModelReply await(Future<ModelReply> reply, Deadline deadline) {
        try {
            // The call ends by itself at the deadline. This covers what is around it, such as a database that is
            // locked.
            return reply.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Failed(Cause.TIMEOUT);
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            return new Failed(Cause.TIMEOUT);
        } catch (ExecutionException e) {
            LOG.error("The model could not be called", e.getCause());
            return new Failed(Cause.UNAVAILABLE);
        }
    }

    @Override
    public void forget(String asker) {
        budget.forget(asker);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // What is under way ends at the interrupt, and then notes what it used.
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A call of the model {} does not end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call.close();
    }

    private ModelReply reply(ModelPrompt prompt, Deadline deadline, Function<Duration, CallResult> attempt)
            throws InterruptedException {
        retries.add();
        Cause cause = Cause.RESTING;
        long used = 0;
        for (int calls = 1; calls <= MOST_CALLS && breaker.tryAcquirePermission(); calls++) {
            Optional<Reservation> reservation = reserve(prompt, used);
            if (reservation.isEmpty()) {
                return new Failed(calls == 1 ? Cause.BUDGET : cause);
            }
            used += reservation.get().tokens();
            CallResult result = call(attempt, reservation.get(), deadline);
            if (result instanceof Wrote wrote) {
                return new Written(wrote.text(), Math.max(0, wrote.inputTokens()), Math.max(0, wrote.outputTokens()));
            }
            Broke broke = (Broke) result;
            cause = broke.cause();
            LOG.info("Call {} of the model {} failed: {}", calls, name, cause);
            Duration time = pauseAfter(broke, calls);
            if (!broke.retryable() || calls == MOST_CALLS || !deadline.allows(time) || !retries.take()) {
                break;
            }
            pause.pause(time);
        }
        return new Failed(cause);
    }

    /** With the breaker's permission, which is given back where the budget has nothing left. */
    private Optional<Reservation> reserve(ModelPrompt prompt, long used) {
        boolean reserved = false;
        try {
            Optional<Reservation> reservation = budget.reserve(prompt, used);
            reserved = reservation.isPresent();
            return reservation;
        } finally {
            if (!reserved) {
                breaker.releasePermission();
            }
        }
    }

    private CallResult call(Function<Duration, CallResult> attempt, Reservation reservation, Deadline deadline) {
        long begun = System.nanoTime();
        CallResult result = attempt.apply(deadline.left());
        long took = System.nanoTime() - begun;
        if (Thread.currentThread().isInterrupted()) {
            breaker.releasePermission();
        } else if (isFault(result)) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new CallFailedException());
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        settle(reservation, result);
        return result;
    }

    /** A request that is refused once and for all tells that the server is well. */
    private static boolean isFault(CallResult result) {
        return result instanceof Broke broke && (broke.retryable() || broke.cause() != Cause.REFUSED);
    }

    private void settle(Reservation reservation, CallResult result) {
        try {
            if (result instanceof Wrote wrote && wrote.counted()) {
                budget.settle(reservation, wrote.inputTokens(), wrote.outputTokens());
            } else if (result instanceof Broke broke && broke.free()) {
                budget.settle(reservation, 0, 0);
            }
            // Otherwise nobody knows what was used: all of it stays reserved.
        } catch (RuntimeException e) {
            LOG.error("What a call of the model used could not be noted; the most that it can have used counts", e);
        }
    }

    private Duration pauseAfter(Broke broke, int calls) {
        Duration asked = broke.retryAfter();
        Duration own = Duration.ofMillis(pauses.apply(calls));
        return asked == null || asked.compareTo(own) < 0 ? own : asked;
    }

    /** What the breaker is told of a failure that was no exception. */
    private static final class CallFailedException extends Exception {

        private static final long serialVersionUID = 1;

        CallFailedException() {
            super("The call failed", null, false, false);
        }
    }
}
