package org.citebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.citebot.ingestion.FolderSync;
import org.citebot.ingestion.IngestionResult;
import org.citebot.ingestion.IngestionResult.Added;
import org.citebot.ingestion.IngestionResult.Rejected;
import org.citebot.ingestion.IngestionResult.Restored;
import org.citebot.ingestion.IngestionResult.Unchanged;
import org.citebot.ingestion.IngestionResult.Updated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds documents; also beside a running bot, which then answers from them within a second. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Adds files, or all files of folders, to the corpus.",
        footer = "A folder added again is brought in step: changed files become new versions, missing ones are removed.")
final class CorpusAddCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(names = "--no-wait", description = "Leave it to the next question or the bot to read them for meaning.")
    private boolean noWait;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "What to add.")
    private List<Path> paths = List.of();

    CorpusAddCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        boolean rejected = false;
        try (Session session = Session.open(environment, null)) {
            for (Path path : paths) {
                rejected |= Files.isDirectory(path) ? addFolder(session, path) : addFile(session, path);
            }
            session.corpus().index();
            if (!noWait) {
                session.embed();
            }
        }
        return (rejected ? ExitCode.FAILED : ExitCode.ANSWERED).number();
    }

    private boolean addFolder(Session session, Path path) throws IOException {
        Path folder = path.toRealPath();
        OpenCorpus corpus = session.corpus();
        FolderSync sync = new FolderSync(corpus.ingestor(), corpus.store(), folder, session.originOf(folder));
        List<IngestionResult> results = List.copyOf(sync.sync(environment.err()::println).values());
        results.forEach(this::report);
        if (results.isEmpty()) {
            environment.out().println(path + ": nothing has changed");
        }
        return results.stream().anyMatch(Rejected.class::isInstance);
    }

    private boolean addFile(Session session, Path path) {
        IngestionResult result = session.corpus().ingestor().add(path);
        if (result instanceof Rejected rejected) {
            environment.err().println(rejected.message());
        }
        report(result);
        return result instanceof Rejected;
    }

    private void report(IngestionResult result) {
        switch (result) {
            case Added added -> environment.out().println(added.id() + ": added");
            case Updated updated -> environment.out().println(updated.id() + ": a new version");
            case Restored restored -> environment.out().println(restored.id() + ": answers again");
            case Unchanged unchanged -> environment.out().println(unchanged.id() + ": as it was");
            case Rejected rejected -> {
                // Its line went to standard error.
            }
        }
    }
}
