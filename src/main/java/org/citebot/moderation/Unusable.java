package org.citebot.moderation;

/** What was brought or written cannot be taken. Nothing was stored; {@code message} says why, and what to do, one line for each thing. */
public record Unusable(String message) implements ProposalResult, EditResult {}
