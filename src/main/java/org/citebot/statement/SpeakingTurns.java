package org.citebot.statement;

import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/** Who spoke last, for what is said without an attribution. For one document and one thread. */
final class SpeakingTurns {

    private @Nullable Entity last;
    private @Nullable Entity beforeLast;
    private @Nullable TextSpan content;

    /**
     * Somebody makes a statement. Who is told of in the words of another one does not take the turn.
     *
     * @param said its content
     * @param speaker null if it is open who speaks
     */
    void speak(TextSpan said, @Nullable Entity speaker) {
        TextSpan outer = content;
        if (outer != null && outer.contains(said) && last != null) {
            return;
        }
        content = said;
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
