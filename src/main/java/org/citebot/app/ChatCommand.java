package org.citebot.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers question after question in the terminal. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "A conversation in the terminal; an empty line or the end of input ends it.")
final class ChatCommand implements Callable<Integer> {

    private static final Set<String> GOODBYES = Set.of("", "exit", "quit", "/exit", "/quit");

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    ChatCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = Session.open(environment, corpus.folder)) {
            session.syncFolder();
            session.syncIndex(true);
            QuestionAnswerer answerer = session.answerer();
            session.corpus().embedInBackground();
            session.say("Ask about the " + session.documentCount()
                    + " of the corpus. An empty line ends the conversation.");
            QuestionLines lines = new QuestionLines(environment.in());
            for (String line = next(lines); !GOODBYES.contains(line.strip()); line = next(lines)) {
                LocalDate today = LocalDate.now(environment.clock());
                environment.out().println(AnswerPage.of(answerer.answer(Question.of(line, today)), today));
                environment.out().println();
                environment.out().flush();
            }
            return ExitCode.ANSWERED.number();
        }
    }

    private String next(QuestionLines lines) throws IOException {
        environment.err().print("> ");
        environment.err().flush();
        String line = lines.next();
        return line == null ? "" : line;
    }
}
