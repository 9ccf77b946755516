package org.citebot.answering;

/** How an answer was made. */
public enum AnswerKind {
    /** It quotes sentences of the corpus, without a language model. */
    EXTRACTIVE,
    /** A language model wrote it, and each of its sentences was checked against what it cites. */
    GENERATED
}
