package org.citebot.index;

import java.time.LocalDate;
import java.util.Set;
import org.citebot.corpus.DocumentFilter;
import org.citebot.statement.SpeechAct;
import org.jspecify.annotations.Nullable;

/**
 * Which statements are looked for.
 *
 * @param speakers keys of names ({@link org.citebot.statement.NameKey}), any of which may be the speaker's; null for
 *     anybody
 * @param acts any of these; empty for all
 * @param documents which documents may answer
 * @param from made on this day or later, as far as can be told; null for no such bound
 * @param to made on this day or before; null for no such bound
 */
public record StatementFilter(
        @Nullable Set<String> speakers,
        Set<SpeechAct> acts,
        DocumentFilter documents,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public StatementFilter {
        speakers = speakers == null ? null : Set.copyOf(speakers);
        acts = Set.copyOf(acts);
    }
}
