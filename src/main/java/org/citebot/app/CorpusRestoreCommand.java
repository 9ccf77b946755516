package org.citebot.app;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.StoredChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a document answer with the content of one of its versions again. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes a document, removed or not, answer with one of its versions again.",
        footer = "An earlier version becomes the newest once more, under a number of its own. It stays so until the "
                + "document's file changes.")
final class CorpusRestoreCommand implements Callable<Integer> {

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "ID", description = "The document's id.")
    private @Nullable DocumentId id;

    @Parameters(
            index = "1",
            paramLabel = "VERSION",
            description = "The number of the version; './citebot corpus history ID' shows them.")
    private int version;

    CorpusRestoreCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        DocumentId document = Objects.requireNonNull(id, "picocli sets what is required");
        try (Session session = Session.open(environment, null)) {
            session.syncFolder();
            StoredChange change = session.moderation()
                    .operator()
                    .restore(document, version)
                    .orElseThrow(() -> notThere(session, document));
            int now = session.store()
                    .current(document)
                    .map(found -> found.number())
                    .orElse(version);
            environment.out().println(document + ": " + line(change, now));
            environment.out().flush();
            session.indexStored();
            return ExitCode.ANSWERED.number();
        }
    }

    private String line(StoredChange change, int now) {
        return switch (change) {
            case UNCHANGED -> "as it was, it answers with this content already";
            case RESTORED -> "answers again, with version " + now;
            case ADDED, UPDATED -> "version " + now + " answers, which is version " + version + " again";
        };
    }

    private UserError notThere(Session session, DocumentId document) {
        return session.store().history(document).isEmpty()
                ? UserError.noDocument(document)
                : new UserError(
                        ExitCode.FAILED,
                        document + " has no version " + version + "; './citebot corpus history " + document
                                + "' shows those there are.");
    }
}
