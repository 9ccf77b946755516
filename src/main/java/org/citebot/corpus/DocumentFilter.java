package org.citebot.corpus;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents may answer.
 *
 * @param documents these alone; empty for all
 * @param from not published before this day, and so dated at all; null for no such bound
 * @param to not published after this day; null for no such bound
 * @param undated whether documents without a date may answer when only {@code to} is given
 */
public record DocumentFilter(
        Set<DocumentId> documents,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean undated) {

    /** All documents. */
    public static final DocumentFilter ALL = new DocumentFilter(Set.of(), null, null, true);

    public DocumentFilter {
        documents = Set.copyOf(documents);
    }

    /** Whether a document published on a day (null if unknown) passes. */
    public boolean accepts(DocumentId id, @Nullable LocalDate published) {
        if (!documents.isEmpty() && !documents.contains(id)) {
            return false;
        }
        if (published == null) {
            return undated && from == null;
        }
        return (from == null || !published.isBefore(from)) && (to == null || !published.isAfter(to));
    }
}
