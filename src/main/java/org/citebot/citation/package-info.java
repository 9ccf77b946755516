/**
 * The proof of a sentence: a verbatim span of a stored document version. A quoted sentence is its own proof; one that a
 * language model wrote is parsed with the numbers it cites, and checked against the passages of these numbers.
 *
 * <p>Everything here is a function of its arguments. Traps: a sentence holds every word of its passage and still says
 * something else, because a "not", a "may" or two names have changed places; and an instruction planted in a document is
 * a verbatim part of it.
 */
@NullMarked
package org.citebot.citation;

import org.jspecify.annotations.NullMarked;
