package org.citebot.ingestion;

import java.util.List;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.jspecify.annotations.Nullable;

/** What comes of reading a file. Immutable. */
public sealed interface ParsedFile {

    /**
     * A document to store.
     *
     * @param id the id that its front matter gives; null if none: then the place of the file names it
     * @param details what is known of it
     * @param text its plain text, without invisible characters; never blank
     * @param passages its evidence, in reading order; empty if it holds none
     */
    record ParsedDocument(@Nullable DocumentId id, DocumentDetails details, String text, List<PassageDraft> passages)
            implements ParsedFile {

        public ParsedDocument {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A file that gives no document.
     *
     * @param reason what is wrong with it: one line that names the file
     * @param nextStep what to do about it, one line
     */
    record Unreadable(String reason, String nextStep) implements ParsedFile {

        /** Both in one line. */
        public String message() {
            return reason + "; " + nextStep;
        }
    }
}
