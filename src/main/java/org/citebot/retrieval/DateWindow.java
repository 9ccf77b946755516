package org.citebot.retrieval;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days a question is about, by the dates of documents.
 *
 * @param from the first day; null if open
 * @param to the last day; null if open
 * @param words the words of the question that said so
 */
public record DateWindow(@Nullable LocalDate from, @Nullable LocalDate to, String words) {}
