package org.citebot.moderation;

/** What became of a change to a proposal. */
public sealed interface EditResult permits EditResult.Edited, Unusable, Refusal {

    /** It is stored. */
    record Edited(Proposal proposal) implements EditResult {}
}
