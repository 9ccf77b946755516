package org.citebot.moderation;

/** Why nothing can be done to a proposal. */
public sealed interface Refusal extends OpenResult, EditResult, DecisionResult
        permits NotAllowed, NoSuchProposal, Closed {}
