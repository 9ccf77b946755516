package org.citebot.ingestion;

/** A paragraph, heading, list, … of a document, without markup. */
record Block(Kind kind, String text) {

    enum Kind {
        TEXT,
        /** Says what follows is about, and proves nothing by itself. */
        HEADING
    }

    static Block text(String text) {
        return new Block(Kind.TEXT, text);
    }

    static Block heading(String text) {
        return new Block(Kind.HEADING, text);
    }
}
