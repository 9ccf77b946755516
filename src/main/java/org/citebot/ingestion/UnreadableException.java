package org.citebot.ingestion;

import org.citebot.ingestion.ParsedFile.Unreadable;
import org.citebot.language.Message;

/** Says inside this package why a file gives no document; {@link DocumentParser} turns it into a result. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message problem;

    UnreadableException(Message problem) {
        this.problem = problem;
    }

    Unreadable result() {
        return new Unreadable(problem);
    }
}
