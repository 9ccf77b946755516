package org.citebot.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a document.
 *
 * @param number the place of the change among those of all documents; later ones have higher numbers
 * @param document whose it is
 * @param version the one that answers after it; for a removal the one that answered until then
 * @param kind what it did
 * @param restores the earlier version whose content {@code version} has again; null unless it brought one back
 * @param undoes the number of the change that it took back; null if it took none back
 * @param author who made it; null for a folder, the command line, or a person who was forgotten
 * @param at when
 */
public record DocumentChange(
        long number,
        DocumentId document,
        int version,
        Kind kind,
        @Nullable Integer restores,
        @Nullable Long undoes,
        @Nullable PersonId author,
        Instant at) {

    /** What a change does. */
    public enum Kind {
        ADDED,
        UPDATED,
        REMOVED,
        /** It had been removed, and answers again; or it has the content of an earlier version again. */
        RESTORED
    }

    /** Whether the document answers after it. */
    public boolean answers() {
        return kind != Kind.REMOVED;
    }
}
