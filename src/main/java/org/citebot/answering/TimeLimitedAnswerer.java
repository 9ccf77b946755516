package org.citebot.answering;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in time, whatever hangs: a question that is not answered by its deadline is {@link Answer.Unavailable}, and the
 * work on it is interrupted and left behind. While too many of those left behind have not ended, nothing more is begun.
 * For many threads.
 */
public final class TimeLimitedAnswerer implements QuestionAnswerer {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimitedAnswerer.class);
    private static final int MOST_LEFT_BEHIND = 8;

    private final BiFunction<Question, Consumer<AnswerSentence>, ExplainedAnswer> answerer;
    private final BiFunction<Question, Integer, List<FoundPassage>> search;
    private final Consumer<String> forget;
    private final Duration deadline;
    private final Set<Thread> leftBehind = ConcurrentHashMap.newKeySet();

    /** @param deadline how long an answer may take in all; the same that the answerer plans with */
    public TimeLimitedAnswerer(CorpusAnswerer answerer, Duration deadline) {
        this(answerer::explain, answerer::passages, answerer::forget, deadline);
    }

    TimeLimitedAnswerer(Function<Question, ExplainedAnswer> answerer, Duration deadline) {
        this((question, checked) -> answerer.apply(question), (question, count) -> List.of(), asker -> {}, deadline);
    }

    private TimeLimitedAnswerer(
            BiFunction<Question, Consumer<AnswerSentence>, ExplainedAnswer> answerer,
            BiFunction<Question, Integer, List<FoundPassage>> search,
            Consumer<String> forget,
            Duration deadline) {
        this.answerer = answerer;
        this.search = search;
        this.forget = forget;
        this.deadline = deadline;
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    @Override
    public Answer answer(Question question) {
        return explain(question).answer();
    }

    @Override
    public Answer answer(Question question, Consumer<AnswerSentence> checked) {
        return explain(question, checked).answer();
    }

    @Override
    public void forget(String asker) {
        forget.accept(asker);
    }

    /** None where the search does not end in time. */
    @Override
    public List<FoundPassage> passages(Question question, int count) {
        return isStuck()
                ? List.of()
                : inTime(() -> search.apply(question, count)).orElse(List.of());
    }

    /** Answers as {@link #answer} does, and tells how the answer came about. */
    public ExplainedAnswer explain(Question question) {
        return explain(question, sentence -> {});
    }

    private ExplainedAnswer explain(Question question, Consumer<AnswerSentence> checked) {
        if (isStuck()) {
            return unavailable(
                    question, "I cannot answer at the moment. Please ask again in a few minutes.", Duration.ZERO);
        }
        AtomicBoolean open = new AtomicBoolean(true);
        Consumer<AnswerSentence> whileOpen = sentence -> {
            if (open.get()) {
                checked.accept(sentence);
            }
        };
        try {
            return inTime(() -> answerer.apply(question, whileOpen)).orElseGet(() -> tooLong(question));
        } finally {
            open.set(false);
        }
    }

    private boolean isStuck() {
        leftBehind.removeIf(thread -> !thread.isAlive());
        if (leftBehind.size() < MOST_LEFT_BEHIND) {
            return false;
        }
        LOG.error("{} answers hang, so no more are begun; if it stays so, start again", MOST_LEFT_BEHIND);
        return true;
    }

    /** Empty if it did not end in time, or whoever waits was interrupted. */
    private <T> Optional<T> inTime(Callable<T> task) {
        FutureTask<T> work = new FutureTask<>(task);
        // No virtual thread: one that hangs in native code would keep its carrier, and with it all others.
        Thread thread = Thread.ofPlatform().name("answer").daemon().start(work);
        try {
            return Optional.of(work.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            leaveBehind(thread);
            LOG.error("A question was not answered within {} s", deadline.toSeconds());
            return Optional.empty();
        } catch (InterruptedException e) {
            leaveBehind(thread);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw asItCame(e.getCause() == null ? e : e.getCause());
        }
    }

    private void leaveBehind(Thread thread) {
        leftBehind.add(thread);
        thread.interrupt();
    }

    private ExplainedAnswer tooLong(Question question) {
        return unavailable(
                question,
                "This took too long, so I stopped. Please ask again in a minute, or ask something simpler.",
                deadline);
    }

    private static ExplainedAnswer unavailable(Question question, String message, Duration took) {
        Answer none = new Answer.Unavailable(
                question.text(), FailureKind.RESOURCES, message, Searched.NOTHING, new Timings(took, Duration.ZERO));
        return new ExplainedAnswer(none, Explanation.NONE);
    }

    private static RuntimeException asItCame(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException(failure);
        };
    }
}
