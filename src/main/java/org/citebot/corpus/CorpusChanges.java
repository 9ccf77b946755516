package org.citebot.corpus;

import java.util.List;

/**
 * What changed after a revision.
 *
 * @param revision the store's newest
 * @param documents those changed since, whether they answer still or not
 */
public record CorpusChanges(long revision, List<DocumentId> documents) {

    public CorpusChanges {
        documents = List.copyOf(documents);
    }
}
