package org.citebot.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.citebot.statement.KnownSpeaker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists whom the documents quote. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists whom the documents quote, those with the most statements first.")
final class SpeakersListCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each speaker as one JSON object on one line.")
    private boolean json;

    SpeakersListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return list(environment, corpus.folder, json);
    }

    static int list(Environment environment, @Nullable Path folder, boolean json) {
        try (Session session = Session.openStore(environment, folder)) {
            session.syncFolder();
            session.readStatements();
            List<KnownSpeaker> speakers = session.speakers().speakers().stream()
                    .filter(speaker -> speaker.statements() > 0)
                    .toList();
            speakers.forEach(
                    speaker -> environment.out().println(json ? SpeakerPage.json(speaker) : SpeakerPage.line(speaker)));
            environment.out().flush();
            if (speakers.isEmpty()) {
                session.say("Nobody is quoted in " + session.documentCount() + ".");
            }
            return (speakers.isEmpty() ? ExitCode.NO_EVIDENCE : ExitCode.ANSWERED).number();
        }
    }
}
