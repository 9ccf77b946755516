package org.citebot.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a moderator decided about a name.
 *
 * @param kind whether the name means somebody else's speaker, or one of its own
 * @param name any name, perhaps one that no document has yet
 * @param other the name of the speaker that is meant; null for {@link Kind#APART}
 */
public record SpeakerDecision(
        Kind kind, String name, @Nullable String other) {

    /** What it says. */
    public enum Kind {
        /** The name means the same speaker as the other one. */
        SAME,
        /** The name means a speaker of its own, whatever documents and earlier decisions say. */
        APART
    }

    public SpeakerDecision {
        if ((kind == Kind.SAME) != (other != null)) {
            throw new IllegalArgumentException("A name is the same as another one, or stands by itself");
        }
    }
}
