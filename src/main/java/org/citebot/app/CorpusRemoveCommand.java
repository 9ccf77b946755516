package org.citebot.app;

import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a document from the answers; its versions stay in the store. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes a document from the answers.",
        footer = "It stays so until its file changes or it is added again; its versions are kept.")
final class CorpusRemoveCommand implements Callable<Integer> {

    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "The document's id.")
    private String id = "";

    CorpusRemoveCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Session session = Session.open(environment, null)) {
            session.syncFolder();
            if (!session.corpus().store().remove(new DocumentId(id))) {
                throw UserError.noDocument(id);
            }
            session.corpus().index();
            environment.out().println(id + ": removed");
            return ExitCode.ANSWERED.number();
        }
    }
}
