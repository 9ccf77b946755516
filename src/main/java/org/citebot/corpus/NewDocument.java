package org.citebot.corpus;

import java.util.List;

/** What a document is to become: the store gives it a version number. */
public record NewDocument(DocumentId id, DocumentDetails details, String text, List<PassageOutline> passages) {

    public NewDocument {
        passages = List.copyOf(passages);
    }
}
