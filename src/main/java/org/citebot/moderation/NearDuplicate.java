package org.citebot.moderation;

import org.citebot.corpus.DocumentId;

/**
 * A document that answers and is much like what is proposed.
 *
 * @param title of the document
 * @param similarity the share of their runs of three words that both have, estimated: 0 to 1
 * @param identical whether both texts are the same, character for character
 */
public record NearDuplicate(DocumentId document, String title, double similarity, boolean identical) {}
