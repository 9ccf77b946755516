package org.citebot.statement;

import org.jspecify.annotations.Nullable;

/** Who spoke last, for what is said without an attribution. For one document and one thread. */
final class SpeakingTurns {

    private @Nullable Entity last;
    private @Nullable Entity beforeLast;

    /** Somebody makes a statement; null if it is open who does. */
    void speak(@Nullable Entity speaker) {
        beforeLast = last != speaker ? last : beforeLast;
        last = speaker;
    }

    /** Who goes on where nobody is named; null if that is open. */
    @Nullable
    Entity last() {
        return last;
    }

    /** The last two who spoke; null if there were no two. */
    @Nullable
    Entity both() {
        Entity one = beforeLast;
        Entity other = last;
        return one == null || other == null ? null : Entity.group(one, other);
    }
}
