package org.citebot.index;

import org.citebot.corpus.PassageId;

/** A passage found. Scores of one search compare with each other, not with those of another kind of search. */
public record PassageHit(PassageId id, float score) {}
