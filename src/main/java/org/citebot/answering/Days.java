package org.citebot.answering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that a question named.
 *
 * @param from the first; null if open
 * @param to the last; null if open
 * @param words with which the question said so
 */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to, String words) {}
