package org.citebot.answering;

import org.jspecify.annotations.Nullable;

/**
 * From what it was inferred who spoke, where the source does not say it in so many words.
 *
 * @param words of the source, such as "She added"; null if from the statement before
 */
public record Inferred(@Nullable String words) {}
