package org.citebot.answering;

import org.jspecify.annotations.Nullable;

/**
 * What a model is given: the rules, and the question with its passages.
 *
 * @param asker on whose account it goes, see {@link Question#asker}; the model itself does not learn it
 */
public record ModelPrompt(
        String system, String user, @Nullable String asker) {

    /** A prompt on nobody's account. */
    public ModelPrompt(String system, String user) {
        this(system, user, null);
    }
}
