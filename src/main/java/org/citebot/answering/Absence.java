package org.citebot.answering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why there is no answer, for the person who asked. Data, not words, as a {@link Notice} is. */
public sealed interface Absence {

    /** Nothing was asked. */
    record NoQuestion() implements Absence {}

    /** It is too long for a question: lengths in UTF-16 units. */
    record TooLong(int length, int longest) implements Absence {}

    /** There are no documents at all. */
    record NoDocuments() implements Absence {}

    /** There are none of these days. */
    record NoneOfDays(Days days) implements Absence {}

    /** None of the documents that the question is limited to is there. */
    record NoneNamed() implements Absence {}

    /** All are of later days. */
    record AllLater(LocalDate today) implements Absence {}

    /** What was searched does not say. {@code days} is null where no days were named. */
    record NotFound(Searched searched, @Nullable Days days) implements Absence {}

    /**
     * Nobody who was asked about said that.
     *
     * @param newest the day of the newest such statement outside of the days that were searched; null if there is none
     */
    record NothingSaid(
            Unsaid unsaid, Searched searched, @Nullable LocalDate newest) implements Absence {}
}
