package org.citebot.moderation;

/** The person has not, or no longer, the role that this takes. Nothing was done. */
public record NotAllowed() implements RoleResult, ProposalResult, Refusal, KeepingResult, ListResult {}
