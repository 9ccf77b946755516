package org.citebot.moderation;

import org.citebot.language.Message;

/** What was brought cannot be taken; nothing was stored. The problem says in one line why, and what to do. */
public record Unusable(Message problem) implements ProposalResult {}
