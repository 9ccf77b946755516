package org.citebot.app;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.citebot.answering.Answer;
import org.citebot.answering.ExplainedAnswer;
import org.citebot.answering.Question;
import org.citebot.answering.TimeLimitedAnswerer;
import org.citebot.corpus.DocumentId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one question, or every line of standard input. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers a question from the corpus, with citations.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered; with '-': all lines were processed",
            "1:failed",
            "2:wrong usage or settings",
            "3:the corpus does not say"
        })
final class AskCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each answer as one JSON object on one line.")
    private boolean json;

    @Option(
            names = "--documents",
            paramLabel = "ID",
            split = ",",
            description = "Answer from these documents alone, by their ids.")
    private @Nullable List<DocumentId> documents;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Answer as on this day, e.g. 2024-01-30: later documents are hidden, and it is 'today'.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--no-wait",
            description = "Answer at once; passages not yet read for meaning are found by their words.")
    private boolean noWait;

    @Option(
            names = "--explain",
            description = "Print before the answer how it came about, on standard error with --json.")
    private boolean explain;

    @Parameters(
            paramLabel = "QUESTION",
            arity = "1..*",
            description = "The question, quoted or not; - to answer each line of standard input.")
    private List<String> question = List.of();

    AskCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = Session.open(environment, corpus.folder)) {
            session.syncFolder();
            session.syncIndex(!noWait);
            remarkOnUnknown(session);
            TimeLimitedAnswerer answerer = session.answerer();
            return question.equals(List.of("-")) ? answerLines(session, answerer) : answerOne(answerer);
        }
    }

    private int answerOne(TimeLimitedAnswerer answerer) {
        Answer answer = print(answerer.explain(asked(String.join(" ", question))));
        ExitCode code = switch (answer) {
            case Answer.CitedAnswer cited -> ExitCode.ANSWERED;
            case Answer.StatementsAnswer said -> ExitCode.ANSWERED;
            case Answer.NoEvidence none -> ExitCode.NO_EVIDENCE;
            case Answer.Unavailable none -> ExitCode.FAILED;
        };
        return code.number();
    }

    private int answerLines(Session session, TimeLimitedAnswerer answerer) throws IOException {
        boolean failed = false;
        session.corpus().embedInBackground();
        QuestionLines lines = new QuestionLines(environment.in());
        for (String line = lines.next(); line != null; line = lines.next()) {
            failed |= print(answerer.explain(asked(line))) instanceof Answer.Unavailable;
            if (environment.out().checkError()) {
                throw new UserError(ExitCode.FAILED, "Nobody reads the answers any more; the rest is not answered.");
            }
        }
        return (failed ? ExitCode.FAILED : ExitCode.ANSWERED).number();
    }

    private Question asked(String text) {
        return new Question(text, today(), documents == null ? Set.of() : Set.copyOf(documents));
    }

    private void remarkOnUnknown(Session session) {
        if (documents == null) {
            return;
        }
        if (documents.isEmpty()) {
            throw new UserError(ExitCode.USAGE, "--documents names no document; './citebot corpus list' shows them.");
        }
        Set<DocumentId> known = session.store().current(documents).keySet();
        documents.stream()
                .filter(id -> !known.contains(id))
                .distinct()
                .forEach(id -> session.say(FailureLine.of(UserError.noDocument(id))));
    }

    private LocalDate today() {
        return asOf == null ? LocalDate.now(environment.clock()) : asOf;
    }

    private Answer print(ExplainedAnswer explained) {
        Answer answer = explained.answer();
        if (explain) {
            PrintStream page = json ? environment.err() : environment.out();
            page.println(ExplanationPage.of(explained));
            page.println();
        }
        environment.out().println(json ? AnswerJson.of(answer) : AnswerPage.of(answer, today()));
        environment.out().flush();
        return answer;
    }
}
