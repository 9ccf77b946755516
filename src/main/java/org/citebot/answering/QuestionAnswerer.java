package org.citebot.answering;

/** Answers questions from the corpus. Safe for use by many threads. */
@FunctionalInterface
public interface QuestionAnswerer {

    /**
     * Answers one question, independently of every other.
     *
     * @return never null; whatever fails becomes {@link Answer.Unavailable}, nothing is thrown
     */
    Answer answer(Question question);
}
