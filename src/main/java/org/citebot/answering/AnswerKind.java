package org.citebot.answering;

/** How an answer was made: {@code EXTRACTIVE} quotes sentences of the corpus, without a language model. */
public enum AnswerKind {
    EXTRACTIVE
}
