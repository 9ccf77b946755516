package org.citebot.answering;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Answers questions from the corpus. Safe for use by many threads. */
@FunctionalInterface
public interface QuestionAnswerer {

    /** Of one that does not say. */
    Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    /**
     * Answers one question, independently of every other.
     *
     * @return never null; whatever fails becomes {@link Answer.Unavailable}, nothing is thrown
     */
    Answer answer(Question question);

    /**
     * Answers one question, and tells of each sentence as soon as it has passed its check: while a model writes, one
     * after the other; what is quoted, all at once. The answer alone counts: one that a model began may end in quotations.
     *
     * @param checked called in the order of the sentences, perhaps on another thread, never after the answer is there; each
     *     is cited by the numbers that it has in the answer
     */
    default Answer answer(Question question, Consumer<AnswerSentence> checked) {
        return answer(question);
    }

    /** How long an answer takes at most. */
    default Duration deadline() {
        return USUAL_DEADLINE;
    }

    /** Erases what is kept of an asker, by the text that {@link Question#asker} is. */
    default void forget(String asker) {}

    /** The passages that come nearest to a question, best first and at most so many; none where nothing is searched. */
    default List<FoundPassage> passages(Question question, int count) {
        return List.of();
    }
}
