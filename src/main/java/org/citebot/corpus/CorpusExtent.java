package org.citebot.corpus;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many documents answer, and the first and last day among their dates; null where none has one. */
public record CorpusExtent(
        int documents, @Nullable LocalDate from, @Nullable LocalDate to) {}
