package org.citebot.answering;

import java.util.List;

/**
 * What a reader should know of how an answer came about. Data, not words: {@link AnswerText} says it in English, and
 * whoever speaks other languages says it there.
 */
public sealed interface Notice {

    /** The question was read as another one, since as it was written nothing answered it. */
    record ReadAs(String question) implements Notice {}

    /** There are quotations where a language model was to write. */
    record Quoted(Reason reason) implements Notice {

        /** Why it did not. */
        public enum Reason {
            NO_TIME,
            NOT_PROVED,
            TIMEOUT,
            UNAVAILABLE,
            REFUSED,
            RESTING,
            BUDGET
        }
    }

    /** Only documents of these days were searched. */
    record OnlyDays(Days days) implements Notice {}

    /** So many passages cannot be found by their meaning yet. */
    record StillReading(int passages) implements Notice {}

    /** Who said that was asked; no statement says it, so there are passages. */
    record NoStatement() implements Notice {}

    /** What somebody said was asked whom the documents do not quote, so there are passages. */
    record NobodyQuoted() implements Notice {}

    /** Nobody who was asked about said that, so there are passages. */
    record PassagesFor(Unsaid unsaid) implements Notice {}

    /** Of those who were to be compared, one said nothing of it. */
    record Missing(Unsaid unsaid) implements Notice {}

    /** Several speakers may be meant, and are shown apart. {@code words} are those of the question. */
    record SeveralMeant(String words, List<String> names) implements Notice {

        public SeveralMeant {
            names = List.copyOf(names);
        }
    }

    /** Words of the question were taken for a speaker who has another name. */
    record TakenFor(String words, String name) implements Notice {}

    /** So many statements more were found. */
    record NotShown(int statements) implements Notice {}
}
