package org.citebot.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.citebot.answering.Answer;
import org.citebot.answering.AnswerSentence;
import org.citebot.answering.FoundPassage;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;

/**
 * Answers some questions at once and lets the others wait in the order in which they came. Sending takes none of these
 * places: a chat that is slow to write to holds up no answer.
 */
final class QueuedAnswerer implements QuestionAnswerer {

    private final QuestionAnswerer answerer;
    private final Semaphore places;

    QueuedAnswerer(QuestionAnswerer answerer, int places) {
        this.answerer = answerer;
        this.places = new Semaphore(places, true);
    }

    @Override
    public Answer answer(Question question) {
        return answer(question, sentence -> {});
    }

    @Override
    public Answer answer(Question question, Consumer<AnswerSentence> checked) {
        return inTurn(() -> answerer.answer(question, checked));
    }

    @Override
    public List<FoundPassage> passages(Question question, int count) {
        return inTurn(() -> answerer.passages(question, count));
    }

    /** Without the wait for a place. */
    @Override
    public Duration deadline() {
        return answerer.deadline();
    }

    @Override
    public void forget(String asker) {
        answerer.forget(asker);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bot is being stopped", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
