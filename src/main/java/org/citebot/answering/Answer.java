package org.citebot.answering;

import java.util.ArrayList;
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

    /** Whether the corpus answers. */
    default boolean isGiven() {
        return switch (this) {
            case CitedAnswer cited -> true;
            case StatementsAnswer said -> true;
            case NoEvidence none -> false;
            case Unavailable unavailable -> false;
        };
    }

    private static List<Notice> before(Notice first, List<Notice> others) {
        List<Notice> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
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

        /** The same with one more notice, before the others. */
        CitedAnswer noting(Notice first) {
            return new CitedAnswer(
                    question, kind, sentences, citations, before(first, notices), model, confidence, searched, timings);
        }
    }

    /**
     * The corpus answers who said what: statements that documents report, as they report them.
     *
     * @param opening what the question is answered with before the statements; null if they speak for themselves
     * @param groups by speaker and article; never empty
     * @param citations the proofs, numbered from 1 in the order in which the statements use them
     * @param notices what a reader should know, e.g. whom a name was taken for, and which days were searched
     */
    record StatementsAnswer(
            String question,
            @Nullable Opening opening,
            List<SaidGroup> groups,
            List<Citation> citations,
            List<Notice> notices,
            double confidence,
            Searched searched,
            Timings timings)
            implements Answer {

        public StatementsAnswer {
            groups = List.copyOf(groups);
            citations = List.copyOf(citations);
            notices = List.copyOf(notices);
            if (groups.isEmpty()) {
                throw new IllegalArgumentException("An answer says something");
            }
            for (int i = 0; i < citations.size(); i++) {
                if (citations.get(i).number() != i + 1) {
                    throw new IllegalArgumentException("Citation " + (i + 1) + " is numbered "
                            + citations.get(i).number());
                }
            }
            int last = citations.size();
            for (SaidLine line : lines(groups)) {
                boolean cited = line.citation() >= 1
                        && line.citation() <= last
                        && line.copies().stream().allMatch(copy -> copy >= 1 && copy <= last);
                if (!cited) {
                    throw new IllegalArgumentException("There is no citation [" + line.citation() + "]");
                }
            }
        }

        /** The notices in English; null if there are none. */
        public @Nullable String note() {
            return notices.isEmpty() ? null : AnswerText.of(notices);
        }

        /** The same with one more notice, before the others. */
        StatementsAnswer noting(Notice first) {
            return new StatementsAnswer(
                    question, opening, groups, citations, before(first, notices), confidence, searched, timings);
        }

        /** All statements, in reading order. */
        public List<SaidLine> lines() {
            return lines(groups);
        }

        private static List<SaidLine> lines(List<SaidGroup> groups) {
            return groups.stream().flatMap(group -> group.lines().stream()).toList();
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

        /** The same for another reason. */
        NoEvidence because(Absence other, String otherReason) {
            return new NoEvidence(question, other, otherReason, nearest, model, confidence, searched, timings);
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
