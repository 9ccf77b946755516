package org.citebot.operation;

/**
 * Whether one part works.
 *
 * @param name of the part, one word, e.g. {@code inbox}
 * @param healthy false if somebody has to look at it
 * @param detail one line with the figures behind it
 */
public record HealthCheck(String name, boolean healthy, String detail) {}
