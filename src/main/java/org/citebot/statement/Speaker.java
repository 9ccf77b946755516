package org.citebot.statement;

import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Who made a statement.
 *
 * @param words how this place names the speaker, by its place in the text; null where it does not
 * @param name the fullest name that the document gives, or the describing words themselves where it gives no name; null
 *     if it is open who spoke
 * @param role the words that describe the speaker elsewhere in the document, such as "a non-resident fellow at the
 *     Atlantic Council"; null if there are none
 * @param abbreviation of the name, as the document gives it; null if it gives none
 * @param resolution how the words led to the name; {@link Resolution#NONE} exactly if there is none
 */
public record Speaker(
        @Nullable TextSpan words,
        @Nullable String name,
        @Nullable String role,
        @Nullable String abbreviation,
        Resolution resolution) {

    public Speaker {
        if ((name == null) != (resolution == Resolution.NONE)) {
            throw new IllegalArgumentException("A speaker has a name or is open: " + name + ", " + resolution);
        }
    }

    /** A speaker of whom the document tells no more. */
    public Speaker(@Nullable TextSpan words, @Nullable String name, Resolution resolution) {
        this(words, name, null, null, resolution);
    }
}
