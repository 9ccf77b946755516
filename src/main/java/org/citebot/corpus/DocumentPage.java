package org.citebot.corpus;

import java.util.List;

/**
 * A part of a list of documents.
 *
 * @param documents those of this page, by id
 * @param offset how many come before them
 * @param total how many there are in all
 */
public record DocumentPage(List<DocumentSummary> documents, int offset, int total) {

    public DocumentPage {
        documents = List.copyOf(documents);
    }
}
