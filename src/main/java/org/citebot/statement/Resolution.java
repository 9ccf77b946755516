package org.citebot.statement;

/** How the words for a speaker led to a name. */
public enum Resolution {
    /** They are the name. */
    NAME,
    /** They are a part of a name that the document gives elsewhere. */
    SURNAME,
    /** They are an abbreviation that the document explains, or a body's usual one. */
    ABBREVIATION,
    /** A pronoun. */
    PRONOUN,
    /** A description: "the watchdog", "a senior official". */
    ROLE,
    /** There are none here: the speaker of the statement before goes on. */
    CARRIED,
    /** The document leaves it open, or more than one fits. */
    NONE
}
