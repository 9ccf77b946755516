package org.citebot.answering;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private final Function<Question, ExplainedAnswer> answerer;
    private final Duration deadline;
    private final Set<Thread> leftBehind = ConcurrentHashMap.newKeySet();

    /** @param deadline how long an answer may take in all; the same that the answerer plans with */
    public TimeLimitedAnswerer(CorpusAnswerer answerer, Duration deadline) {
        this(answerer::explain, deadline);
    }

    TimeLimitedAnswerer(Function<Question, ExplainedAnswer> answerer, Duration deadline) {
        this.answerer = answerer;
        this.deadline = deadline;
    }

    @Override
    public Answer answer(Question question) {
        return explain(question).answer();
    }

    /** Answers as {@link #answer} does, and tells how the answer came about. */
    public ExplainedAnswer explain(Question question) {
        leftBehind.removeIf(thread -> !thread.isAlive());
        if (leftBehind.size() >= MOST_LEFT_BEHIND) {
            LOG.error("{} answers hang, so no more are begun; if it stays so, start again", MOST_LEFT_BEHIND);
            return unavailable(
                    question, "I cannot answer at the moment. Please ask again in a few minutes.", Duration.ZERO);
        }
        FutureTask<ExplainedAnswer> work = new FutureTask<>(() -> answerer.apply(question));
        // No virtual thread: one that hangs in native code would keep its carrier, and with it all others.
        Thread thread = Thread.ofPlatform().name("answer").daemon().start(work);
        try {
            return work.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            leaveBehind(thread);
            LOG.error("A question was not answered within {} s", deadline.toSeconds());
            return tooLong(question);
        } catch (InterruptedException e) {
            leaveBehind(thread);
            Thread.currentThread().interrupt();
            return tooLong(question);
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
