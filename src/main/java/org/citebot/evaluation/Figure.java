package org.citebot.evaluation;

/** A measured value and its 95 % bootstrap interval. */
public record Figure(double value, double low, double high) {}
