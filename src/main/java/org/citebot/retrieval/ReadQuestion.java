package org.citebot.retrieval;

import org.jspecify.annotations.Nullable;

/**
 * A question about who said what, as it was recognised.
 *
 * @param respelt the question with the slips in its words of asking put right; null if it has none
 */
public record ReadQuestion(
        StatementQuestion question, @Nullable String respelt) {}
