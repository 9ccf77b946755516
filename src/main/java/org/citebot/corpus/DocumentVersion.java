package org.citebot.corpus;

import java.time.Instant;
import java.util.List;

/**
 * One state of a document, immutable once stored.
 *
 * @param document whose version it is
 * @param number counted from 1
 * @param details title, source, date, …
 * @param text the plain text that is quoted: every offset in Citebot counts UTF-16 units of it
 * @param passages what of the text is evidence, in reading order; may be empty
 * @param added when it was stored
 */
public record DocumentVersion(
        DocumentId document, int number, DocumentDetails details, String text, List<Passage> passages, Instant added) {

    public DocumentVersion {
        passages = List.copyOf(passages);
        if (number < 1) {
            throw new IllegalArgumentException("Versions count from 1: " + number);
        }
        for (Passage passage : passages) {
            if (passage.span().end() > text.length()) {
                throw new IllegalArgumentException("Passage " + passage.id() + " ends beyond the text");
            }
        }
    }
}
