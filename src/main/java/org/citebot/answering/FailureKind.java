package org.citebot.answering;

/** Whose failure kept an answer from being made, and with it whether asking again may help. */
public enum FailureKind {
    /** Out of time or memory; asking again later may help. */
    RESOURCES,
    /** A fault of Citebot itself. */
    INTERNAL
}
