package org.citebot.telegram;

import java.util.concurrent.Semaphore;
import org.citebot.answering.Answer;
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
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bot is being stopped", e);
        }
        try {
            return answerer.answer(question);
        } finally {
            places.release();
        }
    }
}
