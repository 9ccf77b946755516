package org.citebot.corpus;

import java.util.List;

/**
 * What changed after a revision.
 *
 * @param store the lasting name of the store: revisions of another one do not compare with its own
 * @param revision the store's newest
 * @param documents those changed since, whether they answer still or not, the longest unchanged first
 */
public record CorpusChanges(String store, long revision, List<DocumentId> documents) {

    public CorpusChanges {
        documents = List.copyOf(documents);
    }
}
