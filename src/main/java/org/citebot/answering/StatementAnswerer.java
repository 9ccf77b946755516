package org.citebot.answering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.answering.StatementComposer.Composed;
import org.citebot.corpus.DocumentFilter;
import org.citebot.retrieval.AnalyzedQuestion;
import org.citebot.retrieval.Confidence;
import org.citebot.retrieval.DateWindow;
import org.citebot.retrieval.ReadQuestion;
import org.citebot.retrieval.StatementFindings;
import org.citebot.retrieval.StatementFindings.Asked;
import org.citebot.retrieval.StatementQuestion.Compared;
import org.citebot.retrieval.StatementQuestion.WhetherSaid;
import org.citebot.retrieval.StatementQuestion.WhoSaid;
import org.citebot.retrieval.StatementQuestionReader;
import org.citebot.retrieval.StatementRetriever;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.SpeakerMatch.How;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about who said what from the statements that documents report. Its answers are quotations, also where a
 * language model is configured: a paraphrase of what somebody said is what they did not say. For many threads.
 */
public final class StatementAnswerer {

    private final StatementQuestionReader reader = new StatementQuestionReader();
    private final StatementRetriever retriever;

    /** Answers from one corpus. */
    public StatementAnswerer(StatementRetriever retriever) {
        this.retriever = retriever;
    }

    /** What came of a question. */
    sealed interface Outcome {

        /** It is answered, or known not to be. */
        record Answered(Answer answer) implements Outcome {}

        /**
         * It asks who said what, and no statement is sure enough: passages may answer.
         *
         * @param note why the answer is made of passages
         * @param message for the person who asked, where passages do not answer either
         */
        record Declined(String note, @Nullable String message) implements Outcome {}

        /** It asks for something else. */
        record NotAsked() implements Outcome {}
    }

    /**
     * @param filter which documents may answer, whatever days the question names
     * @param searched what that is
     */
    Outcome answer(
            Question question,
            AnalyzedQuestion analyzed,
            DocumentFilter filter,
            Searched searched,
            Supplier<Timings> timings) {
        Optional<ReadQuestion> read = reader.read(analyzed.text());
        if (read.isEmpty()) {
            return new Outcome.NotAsked();
        }
        DateWindow window = analyzed.window();
        String respelt = read.get().respelt();
        StatementFindings findings = retriever.find(read.get().question(), analyzed, filter, window);
        StatementComposer composer = new StatementComposer(findings, retriever.directory());
        Optional<Composed> composed = composer.compose(Confidence.ANSWER_FROM);
        if (composed.isPresent()) {
            return new Outcome.Answered(new StatementsAnswer(
                    question.text(),
                    composed.get().opening(),
                    composed.get().groups(),
                    composed.get().citations(),
                    note(respelt, findings, composed.get(), window),
                    composed.get().confidence(),
                    searched,
                    timings.get()));
        }
        if (findings.question() instanceof WhoSaid) {
            return new Outcome.Declined("No statement that says this was found, so these are passages.", null);
        }
        if (findings.speakers().isEmpty() && findings.others().isEmpty()) {
            return new Outcome.Declined("The documents quote nobody of that name, so these are passages.", null);
        }
        String nothing = nothing(findings, window);
        String message = nothing + " in the " + AnswerText.of(searched) + " I searched."
                + newest(findings, analyzed, filter, window);
        return findings.question() instanceof WhetherSaid
                ? new Outcome.Answered(new NoEvidence(
                        question.text(),
                        new Absence.NothingSaid(message),
                        "no statement found",
                        composer.nearest(),
                        null,
                        findings.confidence(),
                        searched,
                        timings.get()))
                : new Outcome.Declined(nothing + ", so these are passages.", message);
    }

    /** "I found nothing by the institute on Moldova of last week". */
    private static String nothing(StatementFindings findings, @Nullable DateWindow window) {
        StringBuilder text = new StringBuilder("I found nothing by ").append(names(findings));
        if (findings.question() instanceof WhetherSaid) {
            text.append(" on this");
        } else if (findings.question().topic() != null) {
            text.append(" on “").append(findings.question().topic()).append('”');
        }
        if (window != null) {
            text.append(" of ").append(AnswerText.of(Abstention.days(window)));
        }
        return text.toString();
    }

    private static String names(StatementFindings findings) {
        Set<String> names = new LinkedHashSet<>();
        findings.speakers().forEach(one -> names.add(one.match().speaker().shown()));
        findings.others().forEach(one -> names.add(one.match().speaker().shown()));
        return String.join(" or ", names);
    }

    /** Where a window is empty, of which day the newest statement outside of it is. */
    private String newest(
            StatementFindings findings, AnalyzedQuestion asked, DocumentFilter filter, @Nullable DateWindow window) {
        if (window == null) {
            return "";
        }
        return retriever.find(findings.question(), asked, filter, null).found().stream()
                .map(found -> found.version().details().published())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(day -> " The newest I have of other days is of " + AnswerText.day(day) + ".")
                .orElse("");
    }

    private static @Nullable String note(
            @Nullable String respelt, StatementFindings findings, Composed composed, @Nullable DateWindow window) {
        List<String> notes = new ArrayList<>();
        if (respelt != null) {
            notes.add(AnswerText.readAs(respelt));
        }
        whoIsMeant(findings.speakers(), composed).ifPresent(notes::add);
        if (findings.question() instanceof Compared compared) {
            whoIsMeant(findings.others(), composed).ifPresent(notes::add);
            missing(compared.speaker(), findings.speakers(), composed).ifPresent(notes::add);
            missing(compared.other(), findings.others(), composed).ifPresent(notes::add);
        }
        if (composed.left() > 0) {
            notes.add(composed.left() + " more " + (composed.left() == 1 ? "statement is" : "statements are")
                    + " not shown.");
        }
        if (window != null) {
            notes.add("Searched: " + AnswerText.of(Abstention.days(window)) + ".");
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    /** A name that is not the speaker's own is said, and one that fits several. */
    private static Optional<String> whoIsMeant(List<Asked> asked, Composed composed) {
        List<Asked> shown = asked.stream()
                .filter(one -> isShown(one.match().speaker(), composed))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = shown.stream()
                .map(one -> one.match().speaker().shown())
                .distinct()
                .toList();
        String words = shown.getFirst().words();
        if (names.size() > 1) {
            return Optional.of("“" + words + "” may be " + String.join(" or ", names) + ": they are shown apart.");
        }
        How how = shown.getFirst().match().how();
        return how == How.NAME || how == How.SURNAME
                ? Optional.empty()
                : Optional.of("I take “" + words + "” for " + names.getFirst() + ".");
    }

    private static Optional<String> missing(String words, List<Asked> asked, Composed composed) {
        return asked.stream().anyMatch(one -> isShown(one.match().speaker(), composed))
                ? Optional.empty()
                : Optional.of("I found nothing by " + words + " on this.");
    }

    private static boolean isShown(KnownSpeaker speaker, Composed composed) {
        return composed.groups().stream()
                .anyMatch(group ->
                        group.lines().stream().anyMatch(line -> line.speaker().equals(speaker.name())));
    }
}
