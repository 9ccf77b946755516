package org.citebot.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the index anew from the store. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = "Makes the index anew from the store; nothing is embedded twice.")
final class CorpusReindexCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    CorpusReindexCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Session session = Session.open(environment, corpus.folder)) {
            session.syncFolder();
            session.corpus().reindex();
            session.embed();
            environment.out().println(session.corpus().index().size() + " passages indexed");
            return ExitCode.ANSWERED.number();
        }
    }
}
