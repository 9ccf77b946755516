package org.citebot.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.citebot.answering.Answer;
import org.citebot.answering.FollowUps;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.answering.conversation.Turn;
import org.citebot.telegram.chat.Speakers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers question after question in the terminal. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "A conversation in the terminal; an empty line or the end of input ends it.")
final class ChatCommand implements Callable<Integer> {

    private static final Set<String> GOODBYES = Set.of("", "exit", "quit", "/exit", "/quit");

    private static final int MOST_TURNS = 3;

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
            FollowUps followUps = session.followUps();
            Speakers speakers = session.quoted();
            List<Turn> before = new ArrayList<>();
            session.corpus().embedInBackground();
            session.say("Ask about the " + session.documentCount()
                    + " of the corpus. An empty line ends the conversation.");
            QuestionLines lines = new QuestionLines(environment.in());
            for (String line = next(lines); !GOODBYES.contains(line.strip()); line = next(lines)) {
                LocalDate today = LocalDate.now(environment.clock());
                String question =
                        followUps.read(line, before, false, today, null).orElse(line);
                if (!question.equals(line)) {
                    session.say("I read this as: " + question);
                }
                Answer answer = answerer.answer(Question.of(question, today));
                before.add(FollowUps.turn(question, answer, speakers.quoted(answer)));
                if (before.size() > MOST_TURNS) {
                    before.removeFirst();
                }
                environment.out().println(AnswerPage.of(answer, today));
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
