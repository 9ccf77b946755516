package org.citebot.evaluation;

/** A score that should be high where something is true, and whether it is. */
record Prediction(double score, boolean positive) {}
