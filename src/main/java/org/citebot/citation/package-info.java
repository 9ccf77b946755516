/**
 * The proof of a sentence: a verbatim span of a stored document version.
 *
 * <p>A {@link org.citebot.citation.Citation} checks itself when it is made, against the text it was taken from: whoever
 * holds one need not check again, and nobody can make one that is not verbatim. It carries the version, not only the
 * document, so that it still means the same after the document has changed. Nothing here looks anything up.
 */
@NullMarked
package org.citebot.citation;

import org.jspecify.annotations.NullMarked;
