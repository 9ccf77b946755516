package org.citebot.evaluation;

/**
 * A figure of documents by a plain method of ranking, over the same questions.
 *
 * @param figure its name
 * @param value what the method reaches
 * @param gain how much better Citebot's own ranking is
 */
public record Baseline(String figure, BaselineMethod method, Figure value, Difference gain) {}
