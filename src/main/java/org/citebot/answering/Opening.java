package org.citebot.answering;

import java.time.LocalDate;
import org.citebot.statement.DateSaid;
import org.jspecify.annotations.Nullable;

/** With what an answer about who said what begins, before the statements. Data, not words, as a {@link Notice} is. */
public sealed interface Opening {

    /** Needs nothing more to be said. */
    enum Fixed implements Opening {
        /** The speaker said so, in these words. */
        YES,
        /** The speaker may have said so, in these words. */
        PERHAPS,
        /** Nobody said just that: what comes nearest. */
        NOT_IN_SO_MANY_WORDS,
        /** How somebody's words changed. */
        FIRST_TO_LATEST
    }

    /** It was said at that time. */
    record When(DateSaid said) implements Opening {}

    /** The source tells no day. {@code published} is its own; null if it has none. */
    record NoDay(@Nullable LocalDate published) implements Opening {}
}
