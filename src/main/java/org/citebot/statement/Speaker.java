package org.citebot.statement;

import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Who made a statement.
 *
 * @param words how this place names the speaker, by its place in the text; null where it does not
 * @param name the fullest name that the document gives, or the describing words themselves where it gives no name; null
 *     if it is open who spoke
 * @param resolution how the words led to the name; {@link Resolution#NONE} exactly if there is none
 */
public record Speaker(@Nullable TextSpan words, @Nullable String name, Resolution resolution) {

    public Speaker {
        if ((name == null) != (resolution == Resolution.NONE)) {
            throw new IllegalArgumentException("A speaker has a name or is open: " + name + ", " + resolution);
        }
    }
}
