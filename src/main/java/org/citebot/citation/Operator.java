package org.citebot.citation;

/** What makes the words after it something else than what is so. */
enum Operator {
    /** As "not", "refuses". */
    DENIED("negations.txt"),
    /** As "may", "wants". */
    POSSIBLE("possible.txt"),
    /** As "will", "promises". */
    FUTURE("future.txt"),
    /** As "claims", "allegedly". */
    REPORTED("reported.txt");

    private final String list;

    Operator(String list) {
        this.list = list;
    }

    /** The list of its words. */
    String list() {
        return list;
    }
}
