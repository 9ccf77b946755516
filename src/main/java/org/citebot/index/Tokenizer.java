package org.citebot.index;

/** Turns text into the numbers that a model reads. Immutable, for many threads. */
interface Tokenizer {

    /**
     * A text between the marks of its beginning and its end.
     *
     * @param limit the most numbers to return, the marks included; the text's end is what is dropped
     */
    Tokens encode(String text, int limit);

    /** A question and a passage, with marks around and between them; the passage's end is what is dropped. */
    Tokens encode(String question, String passage, int limit);
}
