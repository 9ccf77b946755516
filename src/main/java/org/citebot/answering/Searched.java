package org.citebot.answering;

import java.time.LocalDate;
import org.citebot.corpus.CorpusExtent;
import org.jspecify.annotations.Nullable;

/**
 * What was looked through for an answer.
 *
 * @param documents how many documents
 * @param from the earliest publication date among them; null if none has a date
 * @param to the latest; null if none has a date
 */
public record Searched(
        int documents, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** Nothing at all. */
    public static final Searched NOTHING = new Searched(0, null, null);

    static Searched of(CorpusExtent extent) {
        return new Searched(extent.documents(), extent.from(), extent.to());
    }
}
