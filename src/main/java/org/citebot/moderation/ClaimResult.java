package org.citebot.moderation;

/** What became of an attempt to own the bot. */
public sealed interface ClaimResult {

    /** The person is the owner from here on; the code is spent. */
    record Claimed() implements ClaimResult {}

    /** There is an owner; {@code oneself} if it is the same person. */
    record Owned(boolean oneself) implements ClaimResult {}

    /** The code is not the one that was given out last, or too old: a fresh one is needed. */
    record WrongCode() implements ClaimResult {}
}
