package org.citebot.ingestion;

import org.citebot.corpus.DocumentId;

/** What became of a file that was to be a document. */
public sealed interface IngestionResult {

    /** It is a document that was not there before. */
    record Added(DocumentId id) implements IngestionResult {}

    /** It is the newest version of a document. */
    record Updated(DocumentId id) implements IngestionResult {}

    /** The document had been removed, and answers again. */
    record Restored(DocumentId id) implements IngestionResult {}

    /** The document is as it was. */
    record Unchanged(DocumentId id) implements IngestionResult {}

    /** It is no document, and nothing was stored. The message is one line: the file, what is wrong, the next step. */
    record Rejected(String message) implements IngestionResult {}
}
