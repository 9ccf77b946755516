package org.citebot.statement;

/** How much of a statement is in the speaker's own words. */
public enum StatementKind {
    /** All of it is quoted. */
    DIRECT,
    /** Some of it is quoted. */
    MIXED,
    /** Nothing of it is quoted. */
    INDIRECT
}
