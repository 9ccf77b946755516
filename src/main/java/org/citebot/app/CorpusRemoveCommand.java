package org.citebot.app;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a document from the answers; its versions stay in the store. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes a document from the answers.",
        footer = "It stays removed until its file changes, or it is added again or restored; its versions are kept.")
final class CorpusRemoveCommand implements Callable<Integer> {

    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "The document's id.")
    private @Nullable DocumentId id;

    CorpusRemoveCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        DocumentId document = Objects.requireNonNull(id, "picocli sets what is required");
        try (Session session = Session.open(environment, null)) {
            session.syncFolder();
            if (!session.moderation().operator().remove(document)) {
                throw UserError.noDocument(document);
            }
            environment.out().println(document + ": removed");
            environment.out().flush();
            session.indexStored();
            return ExitCode.ANSWERED.number();
        }
    }
}
