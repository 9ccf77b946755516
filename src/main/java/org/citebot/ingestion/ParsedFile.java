package org.citebot.ingestion;

import java.util.List;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageOutline;
import org.citebot.language.Language;
import org.citebot.language.Message;
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
    record ParsedDocument(@Nullable DocumentId id, DocumentDetails details, String text, List<PassageOutline> passages)
            implements ParsedFile {

        public ParsedDocument {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A file that gives no document.
     *
     * @param problem the file, what is wrong with it, and what to do about it, in one line
     */
    record Unreadable(Message problem) implements ParsedFile {

        /** The problem in English, as on the command line. */
        public String message() {
            return problem.in(Language.ENGLISH);
        }
    }
}
