package org.citebot.citation;

import org.citebot.language.TextSpan;

/** Whether a passage proves a sentence. */
public sealed interface Support {

    /**
     * It does.
     *
     * @param best the sentences of the passage that prove it, as few as do, by their place in the stored text
     * @param overlap the share of the sentence's words that stand there, 0 to 1
     */
    record Supported(TextSpan best, double overlap) implements Support {}

    /**
     * It does not, or nobody can tell.
     *
     * @param words what is missing or differs, for a person to read
     * @param overlap the greatest share of the sentence's words that stand together in the passage, 0 to 1
     */
    record Unsupported(Reason reason, String words, double overlap) implements Support {}

    /** The share of the sentence's words that the passage holds in one place, 0 to 1. */
    double overlap();

    /** Why a passage does not prove a sentence. */
    enum Reason {
        /** A question, a request, or words to the reader: nothing that could be proved. */
        NO_STATEMENT,
        /** Quotation marks around words that do not stand in the passage. */
        QUOTATION,
        /** A name that is not there. */
        NAME,
        /** A number or a date that is not there, or that counts something else. */
        NUMBER,
        /** Too few of its words are there. */
        WORDS,
        /** Denied on one side, affirmed on the other; or the opposite word. */
        NEGATION,
        /** Certain in the sentence, only possible in the passage. */
        CERTAINTY,
        /** Of all or most in the sentence, of fewer in the passage. */
        SCOPE,
        /** Somebody else says it in the passage. */
        SPEAKER,
        /** The names are there, in other roles. */
        ROLES
    }
}
