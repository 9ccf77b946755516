package org.citebot.answering;

import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;

/** A passage that a search found; not said to answer anything. */
public record FoundPassage(DocumentVersion version, Passage passage) {}
