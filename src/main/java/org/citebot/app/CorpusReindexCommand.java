package org.citebot.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the index anew from the store. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = "Makes the index anew from the stored documents.")
final class CorpusReindexCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
            if (!session.corpus().holdWriter(PATIENCE)) {
                throw new UserError(
                        ExitCode.FAILED, "Another Citebot is at work on the index; end it, then try again.");
            }
            session.corpus().indexer().rebuild();
            session.embed();
            environment.out().println(Count.of(session.corpus().index().size(), "passage") + " indexed");
            return ExitCode.ANSWERED.number();
        }
    }
}
