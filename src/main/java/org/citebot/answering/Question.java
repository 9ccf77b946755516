package org.citebot.answering;

import java.time.LocalDate;
import java.util.Set;
import org.citebot.corpus.DocumentId;

/**
 * What a person asks.
 *
 * @param text as given, any length, perhaps empty
 * @param today the day on which it is asked: "today" and "last week" count from it, later documents are hidden
 * @param documents answer from these alone; empty for the whole corpus
 */
public record Question(String text, LocalDate today, Set<DocumentId> documents) {

    public Question {
        documents = Set.copyOf(documents);
    }

    /** A question to the whole corpus. */
    public static Question of(String text, LocalDate today) {
        return new Question(text, today, Set.of());
    }
}
