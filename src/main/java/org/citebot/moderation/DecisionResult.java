package org.citebot.moderation;

import org.citebot.corpus.DocumentId;
import org.citebot.corpus.StoredChange;

/** What became of a decision. */
public sealed interface DecisionResult
        permits DecisionResult.Approved, DecisionResult.Rejected, DecisionResult.LookAgain, NoSuchDocument, Refusal {

    /** It is stored, and answers as soon as the index has it. */
    record Approved(DocumentId document, int version, StoredChange change) implements DecisionResult {}

    /** It is dropped, and its content with it. */
    record Rejected() implements DecisionResult {}

    /** An approval would replace another document, or none, than was shown. Nothing was done. */
    record LookAgain(Proposal proposal) implements DecisionResult {}
}
