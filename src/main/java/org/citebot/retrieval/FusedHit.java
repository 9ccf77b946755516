package org.citebot.retrieval;

import org.citebot.corpus.PassageId;

/** A passage with its share of both rankings, and the weighted sum of them; all from 0 to 1. */
record FusedHit(PassageId id, double score, double words, double meaning) {}
