package org.citebot.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document is to become: the store gives it a version number.
 *
 * @param id new, or that of the document whose next version this is
 * @param details title, source, date, …
 * @param text the plain text that will be quoted
 * @param passages what of the text is evidence, in reading order; may be empty
 * @param extract what was read out of it, to be stored with it; null if that is still to be done
 */
public record NewDocument(
        DocumentId id,
        DocumentDetails details,
        String text,
        List<PassageOutline> passages,
        @Nullable Extract extract) {

    public NewDocument {
        passages = List.copyOf(passages);
        for (PassageOutline passage : passages) {
            if (passage.span().end() > text.length()) {
                throw new IllegalArgumentException("A passage of " + id + " ends beyond the text: " + passage.span());
            }
        }
    }

    /** One that nothing was read out of yet. */
    public NewDocument(DocumentId id, DocumentDetails details, String text, List<PassageOutline> passages) {
        this(id, details, text, passages, null);
    }

    /** The same with what was read out of it. */
    public NewDocument with(@Nullable Extract read) {
        return new NewDocument(id, details, text, passages, read);
    }
}
