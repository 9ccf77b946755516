package org.citebot.answering;

import java.util.List;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.citation.Citation;
import org.citebot.retrieval.DateWindow;
import org.citebot.retrieval.RankedSentence;
import org.jspecify.annotations.Nullable;

/** The ways of giving no answer: what was searched, what is missing, what to try. */
final class Abstention {

    private Abstention() {}

    static NoEvidence empty(Question question, Timings timings) {
        return nothing(question, "Please ask a question, for example: what did ISW say?", "no question", timings);
    }

    static NoEvidence tooLong(Question question, int longest, Timings timings) {
        String message = "This is too long for a question: " + question.text().length()
                + " characters. Please ask it in " + longest + " at the most.";
        return nothing(question, message, "too long", timings);
    }

    /**
     * No document passes the filter of the question.
     *
     * @param all what the corpus holds without any filter
     */
    static NoEvidence nothingToSearch(Question question, @Nullable DateWindow window, Searched all, Timings timings) {
        String message;
        if (all.documents() == 0) {
            message = "There are no documents to answer from yet. Add one with: ./citebot corpus add FILE";
        } else if (window != null) {
            message = "I have no documents of " + AnswerText.of(window) + ". Ask without the dates to search all.";
        } else if (!question.documents().isEmpty()) {
            message = "None of the documents named is in the corpus. See: ./citebot corpus list";
        } else {
            message = "All documents are of later days than " + AnswerText.day(question.today()) + ".";
        }
        return nothing(question, message, "no documents", timings);
    }

    /**
     * Nothing found answers well enough.
     *
     * @param window the days that were searched; null if all
     * @param ranked what was found, best first; perhaps empty
     */
    static NoEvidence nothingFound(
            Question question,
            @Nullable DateWindow window,
            List<RankedSentence> ranked,
            double confidence,
            Searched searched,
            Timings timings) {
        return new NoEvidence(
                question.text(),
                noAnswer(searched, window),
                reason(ranked),
                nearest(ranked),
                null,
                confidence,
                searched,
                timings);
    }

    /** A model read the passages, and says that they do not answer. */
    static NoEvidence notInSources(
            Question question,
            @Nullable DateWindow window,
            List<RankedSentence> ranked,
            String model,
            double confidence,
            Searched searched,
            Timings timings) {
        return new NoEvidence(
                question.text(),
                noAnswer(searched, window),
                "not in the passages, says the language model",
                nearest(ranked),
                model,
                confidence,
                searched,
                timings);
    }

    private static String noAnswer(Searched searched, @Nullable DateWindow window) {
        return "I found no answer to this in the " + AnswerText.of(searched) + " I searched"
                + (window == null ? "." : ", of " + AnswerText.of(window) + " only.");
    }

    private static @Nullable Citation nearest(List<RankedSentence> ranked) {
        return ranked.isEmpty() || ranked.getFirst().coverage() == 0
                ? null
                : ExtractiveComposer.citation(1, ranked.getFirst());
    }

    private static String reason(List<RankedSentence> ranked) {
        if (ranked.isEmpty()) {
            return "nothing found";
        }
        return ranked.getFirst().missingNames().isEmpty()
                ? "low confidence"
                : "not in the nearest passage: "
                        + String.join(", ", ranked.getFirst().missingNames());
    }

    private static NoEvidence nothing(Question question, String message, String reason, Timings timings) {
        return new NoEvidence(question.text(), message, reason, null, null, 0, Searched.NOTHING, timings);
    }
}
