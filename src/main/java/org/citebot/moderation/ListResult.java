package org.citebot.moderation;

import java.util.List;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentPage;
import org.citebot.corpus.DocumentVersion;

/** What a moderator asked to see. */
public sealed interface ListResult
        permits ListResult.Documents, ListResult.History, ListResult.Proposals, NoSuchDocument, NotAllowed {

    /** A page of documents. */
    record Documents(DocumentPage page) implements ListResult {}

    /**
     * One document.
     *
     * @param newest its newest version, answering or not
     * @param changes all its changes, the oldest first; the last tells whether it answers
     */
    record History(DocumentVersion newest, List<DocumentChange> changes) implements ListResult {

        public History {
            changes = List.copyOf(changes);
        }
    }

    /** The numbers of the proposals that wait for a decision, the oldest first. */
    record Proposals(List<Long> open) implements ListResult {

        public Proposals {
            open = List.copyOf(open);
        }
    }
}
