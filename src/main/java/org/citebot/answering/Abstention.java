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
        return nothing(question, new Absence.NoQuestion(), "no question", timings);
    }

    static NoEvidence tooLong(Question question, int longest, Timings timings) {
        return nothing(question, new Absence.TooLong(question.text().length(), longest), "too long", timings);
    }

    /**
     * No document passes the filter of the question.
     *
     * @param all what the corpus holds without any filter
     */
    static NoEvidence nothingToSearch(Question question, @Nullable DateWindow window, Searched all, Timings timings) {
        Absence absence;
        if (all.documents() == 0) {
            absence = new Absence.NoDocuments();
        } else if (window != null) {
            absence = new Absence.NoneOfDays(days(window));
        } else if (!question.documents().isEmpty()) {
            absence = new Absence.NoneNamed();
        } else {
            absence = new Absence.AllLater(question.today());
        }
        return nothing(question, absence, "no documents", timings);
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
                new Absence.NotFound(searched, window == null ? null : days(window)),
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
                new Absence.NotFound(searched, window == null ? null : days(window)),
                "not in the passages, says the language model",
                nearest(ranked),
                model,
                confidence,
                searched,
                timings);
    }

    static Days days(DateWindow window) {
        return new Days(window.from(), window.to(), window.words());
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

    private static NoEvidence nothing(Question question, Absence absence, String reason, Timings timings) {
        return new NoEvidence(question.text(), absence, reason, null, null, 0, Searched.NOTHING, timings);
    }
}
