package org.citebot.answering;

import java.time.LocalDate;
import java.util.Set;
import org.citebot.corpus.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks.
 *
 * @param text as given, any length, perhaps empty
 * @param today the day on which it is asked: "today" and "last week" count from it, later documents are hidden
 * @param documents answer from these alone; empty for the whole corpus
 * @param asker who asks, on whose account a model is used: the same text for the same person, of no other meaning; null
 *     for whoever has the machine itself
 */
public record Question(
        String text,
        LocalDate today,
        Set<DocumentId> documents,
        @Nullable String asker) {

    public Question {
        documents = Set.copyOf(documents);
    }

    /** A question of nobody in particular. */
    public Question(String text, LocalDate today, Set<DocumentId> documents) {
        this(text, today, documents, null);
    }

    /** The same, on the account of a person. */
    public Question by(String person) {
        return new Question(text, today, documents, person);
    }

    /** A question to the whole corpus. */
    public static Question of(String text, LocalDate today) {
        return new Question(text, today, Set.of());
    }
}
