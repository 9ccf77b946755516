package org.citebot.moderation;

/** What was brought or written cannot be taken. Nothing was stored; {@code message} says why, and what to do, in one line. */
public record Unusable(String message) implements ProposalResult, EditResult {}
