package org.citebot.answering;

import java.time.LocalDate;
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
import org.citebot.answering.Unsaid.Subject;
import org.citebot.corpus.DocumentFilter;
import org.citebot.retrieval.AnalyzedQuestion;
import org.citebot.retrieval.Confidence;
import org.citebot.retrieval.DateWindow;
import org.citebot.retrieval.ReadQuestion;
import org.citebot.retrieval.StatementFindings;
import org.citebot.retrieval.StatementFindings.Asked;
import org.citebot.retrieval.StatementQuestion;
import org.citebot.retrieval.StatementQuestion.Compared;
import org.citebot.retrieval.StatementQuestion.WhetherSaid;
import org.citebot.retrieval.StatementQuestion.WhoSaid;
import org.citebot.retrieval.StatementQuestionReader;
import org.citebot.retrieval.StatementRetriever;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.SpeakerMatch.How;
import org.citebot.statement.SpeechAct;
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
         * @param notice why the answer is made of passages
         * @param absence for the person who asked, where passages do not answer either; null for what is said then anyway
         */
        record Declined(Notice notice, Absence.@Nullable NothingSaid absence) implements Outcome {}

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
                    notices(respelt, findings, composed.get(), window),
                    composed.get().confidence(),
                    searched,
                    timings.get()));
        }
        if (findings.question() instanceof WhoSaid) {
            return new Outcome.Declined(new Notice.NoStatement(), null);
        }
        if (findings.speakers().isEmpty() && findings.others().isEmpty()) {
            return new Outcome.Declined(new Notice.NobodyQuoted(), null);
        }
        Unsaid unsaid = unsaid(findings, window);
        Absence.NothingSaid nothing =
                new Absence.NothingSaid(unsaid, searched, newest(findings, analyzed, filter, window));
        return findings.question() instanceof WhetherSaid
                ? new Outcome.Answered(new NoEvidence(
                        question.text(),
                        nothing,
                        "no statement found",
                        composer.nearest(),
                        null,
                        findings.confidence(),
                        searched,
                        timings.get()))
                : new Outcome.Declined(new Notice.PassagesFor(unsaid), nothing);
    }

    private static Unsaid unsaid(StatementFindings findings, @Nullable DateWindow window) {
        Subject subject = switch (findings.question()) {
            case WhetherSaid whether -> new Subject.ThisPoint();
            case StatementQuestion other ->
                other.topic() == null ? new Subject.Anything() : new Subject.Topic(other.topic());
        };
        SpeechAct act = findings.question().acts().stream().findFirst().orElse(null);
        return new Unsaid(names(findings), act, subject, window == null ? null : Abstention.days(window));
    }

    private static List<String> names(StatementFindings findings) {
        Set<String> names = new LinkedHashSet<>();
        findings.speakers().forEach(one -> names.add(one.match().speaker().shown()));
        findings.others().forEach(one -> names.add(one.match().speaker().shown()));
        return List.copyOf(names);
    }

    /** Where a window is empty, of which day the newest statement outside of it is. */
    private @Nullable LocalDate newest(
            StatementFindings findings, AnalyzedQuestion asked, DocumentFilter filter, @Nullable DateWindow window) {
        return window == null
                ? null
                : retriever.find(findings.question(), asked, filter, null).found().stream()
                        .map(found -> found.version().details().published())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static List<Notice> notices(
            @Nullable String respelt, StatementFindings findings, Composed composed, @Nullable DateWindow window) {
        List<Notice> notices = new ArrayList<>();
        if (respelt != null) {
            notices.add(new Notice.ReadAs(respelt));
        }
        whoIsMeant(findings.speakers(), composed).ifPresent(notices::add);
        if (findings.question() instanceof Compared compared) {
            whoIsMeant(findings.others(), composed).ifPresent(notices::add);
            missing(compared.speaker(), findings.speakers(), composed).ifPresent(notices::add);
            missing(compared.other(), findings.others(), composed).ifPresent(notices::add);
        }
        if (composed.left() > 0) {
            notices.add(new Notice.NotShown(composed.left()));
        }
        if (window != null) {
            notices.add(new Notice.OnlyDays(Abstention.days(window)));
        }
        return notices;
    }

    /** A name that is not the speaker's own is said, and one that fits several. */
    private static Optional<Notice> whoIsMeant(List<Asked> asked, Composed composed) {
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
            return Optional.of(new Notice.SeveralMeant(words, names));
        }
        How how = shown.getFirst().match().how();
        return how == How.NAME || how == How.SURNAME
                ? Optional.empty()
                : Optional.of(new Notice.TakenFor(words, names.getFirst()));
    }

    private static Optional<Notice> missing(String words, List<Asked> asked, Composed composed) {
        return asked.stream().anyMatch(one -> isShown(one.match().speaker(), composed))
                ? Optional.empty()
                : Optional.of(new Notice.Missing(new Unsaid(List.of(words), null, new Subject.ThisPoint(), null)));
    }

    private static boolean isShown(KnownSpeaker speaker, Composed composed) {
        return composed.groups().stream()
                .anyMatch(group ->
                        group.lines().stream().anyMatch(line -> line.speaker().equals(speaker.name())));
    }
}
