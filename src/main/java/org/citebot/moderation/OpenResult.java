package org.citebot.moderation;

/** A proposal as it stands. */
public sealed interface OpenResult permits OpenResult.Open, Refusal {

    /** It waits for a decision. */
    record Open(Proposal proposal) implements OpenResult {}
}
