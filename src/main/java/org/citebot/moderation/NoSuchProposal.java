package org.citebot.moderation;

/** There never was a proposal of this number. */
public record NoSuchProposal() implements Refusal {}
