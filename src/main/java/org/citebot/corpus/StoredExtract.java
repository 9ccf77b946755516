package org.citebot.corpus;

/**
 * The extract of the version of a document that answers.
 *
 * @param version its number
 */
public record StoredExtract(DocumentId document, int version, Extract extract) {}
