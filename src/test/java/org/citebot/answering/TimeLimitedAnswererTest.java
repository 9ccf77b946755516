package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.Answer.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever hangs here hangs until the test is over, unless it says otherwise; so each answer below came in time. */
@Timeout(60)
class TimeLimitedAnswererTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Question QUESTION = Question.of("Why?", LocalDate.of(2024, 2, 10));
    private static final int FLOOD = 20;

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endWhatHangs() {
        end.countDown();
    }

    @Test
    void whatIsAnsweredInTimeIsPassedOn() {
        ExplainedAnswer answer = new TimeLimitedAnswerer(TimeLimitedAnswererTest::none, LONG).explain(QUESTION);

        assertThat(answer).isEqualTo(none(QUESTION));
    }

    @Test
    void anAnswerThatHangsIsGivenUpAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        TimeLimitedAnswerer answerer = new TimeLimitedAnswerer(
                question -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return none(question);
                },
                SHORT);

        assertUnavailable(answerer.answer(QUESTION));
        interrupted.await();
    }

    @Test
    void thoseLeftBehindAreFewAndAreMadeUpForWhenTheyEnd() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        TimeLimitedAnswerer answerer = new TimeLimitedAnswerer(
                question -> {
                    begun.incrementAndGet();
                    hang();
                    return none(question);
                },
                SHORT);

        for (int i = 0; i < FLOOD; i++) {
            assertUnavailable(answerer.answer(QUESTION));
        }
        assertThat(begun).hasValueBetween(2, FLOOD / 2);

        end.countDown();
        while (!(answerer.answer(QUESTION) instanceof NoEvidence)) {
            Thread.sleep(SHORT);
        }
    }

    @Test
    void aRetrieverThatHangsHoldsNobody(@TempDir Path folder) throws InterruptedException {
        try (SmallCorpus corpus = SmallCorpus.embeddingQuestions(folder, new HangingEmbedder(this::hang))) {
            corpus.with("bridge", null, "The old bridge was closed in May.");
            CountDownLatch ended = new CountDownLatch(1);

            assertUnavailable(new TimeLimitedAnswerer(telling(corpus, ended), SHORT)
                    .answer(Question.of("When was the old bridge closed?", SmallCorpus.TODAY)));
            end.countDown();
            ended.await();
        }
    }

    /** Tells when an answer has ended: what hangs must not read the corpus any more when it is closed. */
    private static Function<Question, ExplainedAnswer> telling(SmallCorpus corpus, CountDownLatch ended) {
        return question -> {
            try {
                return corpus.answerer().explain(question);
            } finally {
                ended.countDown();
            }
        };
    }

    @Test
    void aModelThatKeepsToNoTimeHoldsNobody(@TempDir Path folder) throws InterruptedException {
        LanguageModel model = new LanguageModel() {
            @Override
            public String name() {
                return "deaf";
            }

            @Override
            public ModelReply write(ModelPrompt prompt, Duration within) {
                hang();
                return new ModelReply.Written("Too late.", 0, 0);
            }
        };
        try (SmallCorpus corpus = new SmallCorpus(folder, model)) {
            corpus.with("bridge", null, "The old bridge was closed in May.");
            Question question = Question.of("When was the old bridge closed?", SmallCorpus.TODAY);

            CountDownLatch ended = new CountDownLatch(1);

            // Long enough for it to come to the model, as a rule; if not, it has hung before.
            assertUnavailable(new TimeLimitedAnswerer(telling(corpus, ended), SHORT.multipliedBy(10)).answer(question));
            end.countDown();
            ended.await();
            assertThat(new TimeLimitedAnswerer(corpus.answerer(), LONG).answer(question))
                    .isInstanceOf(CitedAnswer.class);
        }
    }

    @Test
    void whoeverIsInterruptedWaitsNoLongerAndStaysInterrupted() {
        TimeLimitedAnswerer answerer = new TimeLimitedAnswerer(
                question -> {
                    hang();
                    return none(question);
                },
                LONG);

        Thread.currentThread().interrupt();
        assertUnavailable(answerer.answer(QUESTION));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsThrownIsThrownOn() {
        for (Throwable failure :
                new Throwable[] {new IllegalStateException("broken"), new StackOverflowError("deep")}) {
            Function<Question, ExplainedAnswer> throwing = question -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            };
            assertThatThrownBy(() -> new TimeLimitedAnswerer(throwing, LONG).answer(QUESTION))
                    .isSameAs(failure);
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer).isInstanceOfSatisfying(Unavailable.class, none -> {
            assertThat(none.kind()).isEqualTo(FailureKind.RESOURCES);
            assertThat(none.message()).contains("Please ask again");
        });
    }

    private static ExplainedAnswer none(Question question) {
        Timings timings = new Timings(Duration.ZERO, Duration.ZERO);
        return new ExplainedAnswer(Abstention.empty(question, timings), Explanation.NONE);
    }

    /** As code that looks at no interrupt does. */
    private void hang() {
        boolean interrupted = false;
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
