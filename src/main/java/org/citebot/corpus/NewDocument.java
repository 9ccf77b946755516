package org.citebot.corpus;

import java.util.List;

/**
 * What a document is to become: the store gives it a version number.
 *
 * @param id new, or that of the document whose next version this is
 * @param details title, source, date, …
 * @param text the plain text that will be quoted
 * @param passages what of the text is evidence, in reading order; may be empty
 */
public record NewDocument(DocumentId id, DocumentDetails details, String text, List<PassageOutline> passages) {

    public NewDocument {
        passages = List.copyOf(passages);
        for (PassageOutline passage : passages) {
            if (passage.span().end() > text.length()) {
                throw new IllegalArgumentException("A passage of " + id + " ends beyond the text: " + passage.span());
            }
        }
    }
}
