/** What depends on the language of a text: detecting it, splitting it into paragraphs and sentences, cleaning it. */
@NullMarked
package org.citebot.language;

import org.jspecify.annotations.NullMarked;
