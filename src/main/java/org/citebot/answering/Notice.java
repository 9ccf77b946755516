package org.citebot.answering;

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

    /** Of answers about who said what; in English, as it names speakers and topics in the words of the documents. */
    record AboutStatements(String words) implements Notice {}
}
