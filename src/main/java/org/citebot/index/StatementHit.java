package org.citebot.index;

import org.citebot.corpus.DocumentId;
import org.citebot.language.TextSpan;

/**
 * A statement found.
 *
 * @param version of the document, which may not answer any more
 * @param ordinal its place among the statements of the version, from 0
 * @param span its content, by which it is known again
 * @param score by the words of what was asked about; equal for all where nothing was
 */
public record StatementHit(DocumentId document, int version, int ordinal, TextSpan span, float score) {}
