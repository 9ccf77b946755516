package org.citebot.answering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was looked through for an answer.
 *
 * @param documents how many documents
 * @param from the earliest publication date among them; null if none has a date
 * @param to the latest; null if none has a date
 */
public record Searched(
        int documents, @Nullable LocalDate from, @Nullable LocalDate to) {}
