package org.citebot.corpus;

import java.time.Instant;

/** A line of the list of documents: those that answer. {@code length} counts UTF-16 units of the stored text. */
public record DocumentSummary(
        DocumentId id, int version, DocumentDetails details, Origin origin, int length, Instant added) {}
