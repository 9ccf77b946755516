package org.citebot.statement;

/** Whether a document holds that something was said. */
public enum Reality {
    /** It was said. */
    SAID,
    /** The document says that this was not said: "did not say that". */
    NEGATED,
    /** It would be said under a condition. */
    HYPOTHETICAL,
    /** It is yet to be said. */
    FUTURE
}
