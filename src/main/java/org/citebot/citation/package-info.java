/**
 * The proof of a sentence: a verbatim span of a stored document version. A quoted sentence is its own proof; one that a
 * language model wrote is parsed with the numbers it cites, and checked against the passages of these numbers.
 *
 * <p>A {@link org.citebot.citation.Citation} checks itself when it is made, against the text it was taken from: whoever
 * holds one need not check again, and nobody can make one that is not verbatim. It carries the version, not only the
 * document, so that it still means the same after the document has changed. Everything here is a function of its
 * arguments.
 *
 * <p>Traps: a sentence holds every word of its passage and still says something else, because a "not", a "may" or two
 * names have changed places; a clause of another sentence lends a word that this one denies; and an instruction planted in a document is a verbatim part of it.
 */
@NullMarked
package org.citebot.citation;

import org.jspecify.annotations.NullMarked;
