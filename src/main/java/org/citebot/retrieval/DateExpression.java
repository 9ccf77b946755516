package org.citebot.retrieval;

/**
 * Words of a question that name days.
 *
 * @param window what they say, if they are about the days of documents
 */
record DateExpression(DateWindow window, Kind kind) {

    /** How sure it is that they are about the days of documents, and not about those of an event. */
    enum Kind {
        /** Counted from today: "last week". */
        RELATIVE,
        /** A date, a month or a year. */
        CALENDAR,
        /** What comes back every year and may be a habit as well: "in spring"; or the time by which something is to be. */
        RECURRING
    }
}
