package org.citebot.evaluation;

import org.citebot.retrieval.RankingMethod;

/**
 * A figure of documents by a plain method of ranking, over the same questions and index.
 *
 * @param figure its name
 * @param value what the method reaches
 * @param gain how much better Citebot's own ranking is
 */
public record Baseline(String figure, RankingMethod method, Figure value, Difference gain) {}
