package org.citebot.answering;

import java.util.List;
import org.citebot.citation.Citation;
import org.jspecify.annotations.Nullable;

/** What comes of a question. Immutable. */
public sealed interface Answer {

    /** The question as given. */
    String question();

    /** Probability that the corpus answers the question and that this answer is right: 0 to 1. */
    double confidence();

    /** What was looked through. */
    Searched searched();

    /** How long it took. */
    Timings timings();

    /** The proofs of what is said, numbered from 1; empty where nothing is said. */
    default List<Citation> citations() {
        return List.of();
    }

    /**
     * The corpus answers.
     *
     * @param kind how the answer was made
     * @param sentences what is said, in reading order; never empty
     * @param citations the proofs, numbered from 1 in the order in which the sentences use them
     * @param notices what a reader should know of how the answer came about, e.g. that it was found by words alone
     * @param model the name of the model that wrote it; null if none did
     */
    record CitedAnswer(
            String question,
            AnswerKind kind,
            List<AnswerSentence> sentences,
            List<Citation> citations,
            List<Notice> notices,
            @Nullable String model,
            double confidence,
            Searched searched,
            Timings timings)
            implements Answer {

        public CitedAnswer {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
            notices = List.copyOf(notices);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("An answer says something");
            }
            for (int i = 0; i < citations.size(); i++) {
                if (citations.get(i).number() != i + 1) {
                    throw new IllegalArgumentException("Citation " + (i + 1) + " is numbered "
                            + citations.get(i).number());
                }
            }
            for (AnswerSentence sentence : sentences) {
                for (int number : sentence.citations()) {
                    if (number < 1 || number > citations.size()) {
                        throw new IllegalArgumentException("There is no citation [" + number + "]");
                    }
                }
            }
        }

        /** The notices in English; null if there are none. */
        public @Nullable String note() {
            return notices.isEmpty() ? null : AnswerText.of(notices);
        }
    }

    /**
     * The corpus does not say.
     *
     * @param absence why, for the person who asked
     * @param reason why, for those who tune: a short phrase
     * @param nearest the nearest thing found, which is no answer; null if nothing was found
     * @param model the name of the model that found no answer in the passages; null if none was asked
     */
    record NoEvidence(
            String question,
            Absence absence,
            String reason,
            @Nullable Citation nearest,
            @Nullable String model,
            double confidence,
            Searched searched,
            Timings timings)
            implements Answer {

        /** The helpful sentence for the person who asked, in English: what was searched, what to try. */
        public String message() {
            return AnswerText.of(absence);
        }
    }

    /**
     * No answer could be made, through no fault of the question.
     *
     * @param kind what failed
     * @param message what to tell the person who asked: no internals, and what to try
     */
    record Unavailable(String question, FailureKind kind, String message, Searched searched, Timings timings)
            implements Answer {

        @Override
        public double confidence() {
            return 0;
        }
    }
}
