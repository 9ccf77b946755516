package org.citebot.moderation;

import java.time.Instant;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The proposal was decided before, by somebody else or by the same person pressing twice; or it has expired.
 *
 * @param by who decided; null if it expired, or if that person was forgotten
 * @param at when
 * @param document what it became; null unless it was approved
 * @param version which version of it; null unless it was approved
 */
public record Closed(
        State state,
        @Nullable PersonId by,
        Instant at,
        @Nullable DocumentId document,
        @Nullable Integer version) implements Refusal, ProposalResult {

    /** How it ended. */
    public enum State {
        APPROVED,
        REJECTED,
        EXPIRED
    }
}
