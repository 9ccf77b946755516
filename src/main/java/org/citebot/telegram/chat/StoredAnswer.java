package org.citebot.telegram.chat;

import java.util.List;
import java.util.Optional;
import org.citebot.corpus.DocumentId;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.telegram.text.FormattedText;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was shown.
 *
 * @param number what its buttons name
 * @param chat where it is shown
 * @param message the number of the message that shows it; null if that is not known
 * @param language of the interface in which it was given
 * @param question as it was asked; null once that is erased
 * @param readAs the question that was answered, where it is another one; null if it is not
 * @param outcome what came of the question
 * @param citations what it cites; where nothing was found, the nearest thing
 * @param pages what is leafed through, where it is longer than one message; else empty
 */
public record StoredAnswer(
        long number,
        long chat,
        @Nullable Integer message,
        Language language,
        @Nullable String question,
        @Nullable String readAs,
        Outcome outcome,
        List<CitedSpan> citations,
        List<FormattedText> pages) {

    /** What came of a question. */
    public enum Outcome {
        ANSWERED,
        NOTHING,
        FAILED
    }

    /** What is cited, by offsets in the stored text of a version of a document. */
    public record CitedSpan(int number, DocumentId document, int version, TextSpan passage, TextSpan quote) {}

    public StoredAnswer {
        citations = List.copyOf(citations);
        pages = List.copyOf(pages);
    }

    /** The question that was answered; empty once it is erased. */
    Optional<String> answered() {
        return Optional.ofNullable(readAs == null ? question : readAs);
    }

    Optional<CitedSpan> citation(int wanted) {
        return citations.stream().filter(each -> each.number() == wanted).findFirst();
    }
}
