package org.citebot.moderation;

import org.citebot.corpus.DocumentId;

/** The document, or that version of it, does not exist; or it does not answer where it would have to. */
public record NoSuchDocument(DocumentId document) implements DecisionResult, KeepingResult, ListResult {}
