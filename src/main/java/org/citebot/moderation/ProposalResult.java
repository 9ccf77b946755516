package org.citebot.moderation;

import org.citebot.corpus.DocumentId;

/** What became of something that a moderator brought. */
public sealed interface ProposalResult
        permits ProposalResult.Proposed,
                ProposalResult.AlreadyProposed,
                ProposalResult.AlreadyKnown,
                Closed,
                Unusable,
                NotAllowed {

    /** It is stored, and waits for a decision. */
    record Proposed(Proposal proposal) implements ProposalResult {}

    /** The same bytes wait for a decision already, brought by whoever the proposal tells. */
    record AlreadyProposed(Proposal proposal) implements ProposalResult {}

    /** A document answers with the same text, and nothing new is said of it. */
    record AlreadyKnown(DocumentId document, String title) implements ProposalResult {}
}
