package org.citebot.moderation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.citebot.language.Message;

/** What became of a change to a proposal. */
public sealed interface EditResult permits EditResult.Edited, EditResult.UnusableValues, Refusal {

    /** It is stored. */
    record Edited(Proposal proposal) implements EditResult {}

    /** Some values cannot be taken, so none was: why, in one line for each field that has such a value. */
    record UnusableValues(SortedMap<DetailField, Message> problems) implements EditResult {

        public UnusableValues {
            problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
        }
    }
}
