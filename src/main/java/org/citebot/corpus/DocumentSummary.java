package org.citebot.corpus;

import java.time.Instant;

/**
 * A line of the list of documents.
 *
 * @param number the number of its first change: short, lasting, and of no other document
 * @param length UTF-16 units of the stored text
 */
public record DocumentSummary(
        long number, DocumentId id, int version, DocumentDetails details, Origin origin, int length, Instant added) {}
