package org.citebot.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.citebot.answering.Answer;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.ExplainedAnswer;
import org.citebot.answering.Question;
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
        exitCodeList = {"0:answered; with '-', all lines were", "1:failed", "2:wrong usage", "3:the corpus does not say"
        })
final class AskCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each answer as one line of JSON.")
    private boolean json;

    @Option(
            names = "--documents",
            paramLabel = "ID",
            split = ",",
            description = "Answer from these documents alone, by their ids.")
    private List<String> documents = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Answer as on this day (2024-01-30): later documents are hidden, 'today' is this day.")
    private @Nullable LocalDate asOf;

    @Option(names = "--no-wait", description = "Answer at once, by words where passages wait to be read for meaning.")
    private boolean noWait;

    @Option(
            names = "--explain",
            description = "Print before the answer how it came about, on standard error with --json.")
    private boolean explain;

    @Parameters(
            paramLabel = "QUESTION",
            arity = "1..*",
            description = "The question; - to answer each line of standard input.")
    private List<String> question = List.of();

    AskCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = Session.open(environment, corpus.folder)) {
            session.syncFolder();
            if (!noWait) {
                session.embed();
            }
            CorpusAnswerer answerer = session.corpus().answerer();
            return question.equals(List.of("-")) ? answerLines(answerer) : answerOne(answerer);
        }
    }

    private int answerOne(CorpusAnswerer answerer) {
        Answer answer = print(answerer.explain(asked(String.join(" ", question))));
        ExitCode code = switch (answer) {
            case Answer.CitedAnswer cited -> ExitCode.ANSWERED;
            case Answer.NoEvidence none -> ExitCode.NO_EVIDENCE;
            case Answer.Unavailable none -> ExitCode.FAILED;
        };
        return code.number();
    }

    private int answerLines(CorpusAnswerer answerer) throws IOException {
        boolean failed = false;
        BufferedReader lines = new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            failed |= print(answerer.explain(asked(line))) instanceof Answer.Unavailable;
        }
        return (failed ? ExitCode.FAILED : ExitCode.ANSWERED).number();
    }

    private Question asked(String text) {
        Set<DocumentId> ids = documents.stream()
                .filter(id -> !id.isBlank())
                .map(id -> new DocumentId(id.strip()))
                .collect(Collectors.toSet());
        return new Question(text, today(), ids);
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
