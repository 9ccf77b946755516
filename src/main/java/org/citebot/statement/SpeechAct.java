package org.citebot.statement;

/** What the verb of an attribution says that the speaker did. */
public enum SpeechAct {
    SAY,
    WARN,
    DENY,
    /** Asked, demanded or advised. */
    ASK,
    PROMISE,
    ACCUSE,
    PREDICT,
    ANNOUNCE,
    /** The finding of a written source. */
    REPORT
}
