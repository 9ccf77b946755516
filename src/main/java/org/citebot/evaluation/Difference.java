package org.citebot.evaluation;

/**
 * How much greater one mean is than another over the same questions, by paired bootstrap.
 *
 * @param mean of the differences
 * @param low, high its 95 % interval
 * @param p the share of resamples in which it is not above 0: below 0.05 it is significantly greater
 */
public record Difference(double mean, double low, double high, double p) {}
