package org.citebot.moderation;

import java.time.Instant;
import org.citebot.corpus.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a role.
 *
 * @param granter who gave it; null for the owner, who claimed it, or if that person was forgotten
 * @param granted when
 */
public record Member(PersonId person, Role role, @Nullable PersonId granter, Instant granted) {

    /** What somebody may do: an owner all that a moderator may. */
    public enum Role {
        OWNER,
        MODERATOR
    }
}
