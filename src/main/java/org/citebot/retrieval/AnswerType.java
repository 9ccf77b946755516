package org.citebot.retrieval;

/** What kind of thing a question asks for. */
public enum AnswerType {
    /** Who: a person or a body. */
    WHO,
    /** When: a date or a time. */
    WHEN,
    /** Where: a place. */
    WHERE,
    /** How many, how much: a quantity. */
    HOW_MANY,
    /** Anything else. */
    ANY
}
