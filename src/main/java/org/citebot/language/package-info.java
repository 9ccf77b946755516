/**
 * What depends on the language of a text: telling it, splitting it into paragraphs and sentences, knowing page
 * furniture, removing what cannot be seen.
 *
 * <p>Everything here gives offsets into the text that it was handed and never changes that text, with one exception:
 * {@link org.citebot.language.InvisibleCharacters}, which therefore runs before a text is stored. The word lists are
 * resources beside the classes. So are the texts with which Citebot speaks, where a package has some: by language in a
 * {@link org.citebot.language.Phrasebook}, and as a {@link org.citebot.language.Message} until the language is known.
 *
 * <p>Traps: {@code String.strip} and {@code isBlank} do not know no-break spaces; an English "St." or Russian "г." looks
 * like the end of a sentence; ICU takes every line break for one.
 */
@NullMarked
package org.citebot.language;

import org.jspecify.annotations.NullMarked;
