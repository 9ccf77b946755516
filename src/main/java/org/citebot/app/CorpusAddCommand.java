package org.citebot.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.Origin;
import org.citebot.corpus.OriginFile;
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
        footer =
                "A folder added again is brought in step: changed files become new versions, missing ones are removed.")
final class CorpusAddCommand implements Callable<Integer> {

    private final Environment environment;
    private boolean rejected;

    @Option(names = "--no-wait", description = "Leave it to the bot or the next question to read them for meaning.")
    private boolean noWait;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "What to add.")
    private List<Path> paths = List.of();

    CorpusAddCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Session session = Session.open(environment, null)) {
            for (Path path : paths) {
                add(session, path);
            }
            environment.out().flush();
            session.indexStored();
            // Whoever else holds the writer embeds what is stored.
            if (!noWait && session.corpus().index().writable()) {
                session.embed();
            }
        }
        return (rejected ? ExitCode.FAILED : ExitCode.ANSWERED).number();
    }

    private void add(Session session, Path path) {
        try {
            if (Files.isDirectory(path)) {
                addFolder(session, path);
            } else if (Files.exists(path) && path.toRealPath().startsWith(session.documents())) {
                addFileOfFolder(session, path);
            } else {
                report(addFile(session, path));
            }
        } catch (IOException e) {
            report(new Rejected(path + " cannot be read: check its permissions"));
        } catch (UserError e) {
            report(new Rejected(FailureLine.of(e)));
        }
    }

    private static IngestionResult addFile(Session session, Path path) {
        return session.ingestor().add(path, session.moderation().operator()::add);
    }

    private void addFolder(Session session, Path path) throws IOException {
        Path folder = path.toRealPath();
        Origin origin = session.originOf(folder);
        Map<String, OriginFile> before = session.store().files(origin);
        FolderSync sync = new FolderSync(session.ingestor(), session.store(), folder, origin);
        // The remarks are the messages of the results that are reported below.
        Map<String, IngestionResult> results = Session.readable(folder, () -> sync.sync(remark -> {}));
        results.values().forEach(this::report);
        Set<DocumentId> removed = removed(session, before, session.store().files(origin));
        removed.forEach(document -> environment.out().println(document + ": removed, its file is gone"));
        if (results.isEmpty() && removed.isEmpty()) {
            environment.out().println(path + ": nothing has changed");
        }
        session.moderation().operator().noteOfFolder(changed(results.values(), removed));
    }

    private static Set<DocumentId> removed(
            Session session, Map<String, OriginFile> before, Map<String, OriginFile> after) {
        Set<DocumentId> removed = new LinkedHashSet<>();
        for (OriginFile file : before.values()) {
            if (file.document() != null
                    && !after.containsKey(file.path())
                    && session.store().current(file.document()).isEmpty()) {
                removed.add(file.document());
            }
        }
        return removed;
    }

    private static Set<DocumentId> changed(Collection<IngestionResult> results, Set<DocumentId> removed) {
        Set<DocumentId> changed = new LinkedHashSet<>(removed);
        for (IngestionResult result : results) {
            switch (result) {
                case Added added -> changed.add(added.id());
                case Updated updated -> changed.add(updated.id());
                case Restored restored -> changed.add(restored.id());
                case Unchanged unchanged -> {}
                case Rejected failure -> {}
            }
        }
        return changed;
    }

    /**
     * A file of the folder that is kept in step belongs to that folder, by its path there; stored as one that somebody
     * brought, it would claim the id of its own document.
     */
    private void addFileOfFolder(Session session, Path path) throws IOException {
        Path relative = session.documents().relativize(path.toRealPath());
        IngestionResult synced = Session.readable(
                        session.documents(), () -> session.folderSync().sync(remark -> {}))
                .get(relative.toString().replace(File.separatorChar, '/'));
        boolean atTop = relative.getNameCount() == 1;
        if (synced instanceof Rejected || synced instanceof Updated || synced instanceof Added) {
            report(synced);
            session.moderation().operator().noteOfFolder(changed(List.of(synced), Set.of()));
        } else if (atTop) {
            // What was removed answers again: it was asked for by name.
            report(addFile(session, path));
        } else {
            environment.out().println(path + ": nothing has changed");
        }
    }

    private void report(IngestionResult result) {
        switch (result) {
            case Added added -> environment.out().println(added.id() + ": added");
            case Updated updated -> environment.out().println(updated.id() + ": a new version");
            case Restored restored -> environment.out().println(restored.id() + ": answers again");
            case Unchanged unchanged -> environment.out().println(unchanged.id() + ": as it was");
            case Rejected failure -> {
                rejected = true;
                environment.err().println(failure.message());
            }
        }
    }
}
