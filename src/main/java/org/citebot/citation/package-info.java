/** The proof of a sentence: a verbatim span of a stored document version. */
@NullMarked
package org.citebot.citation;

import org.jspecify.annotations.NullMarked;
