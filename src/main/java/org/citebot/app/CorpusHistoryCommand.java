package org.citebot.app;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was done to a document, removed or not. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Shows what was done to a document, the oldest first.",
        footer = "'./citebot corpus restore ID VERSION' makes it answer with one of its versions again.")
final class CorpusHistoryCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each change as one JSON object on one line.")
    private boolean json;

    @Parameters(paramLabel = "ID", description = "The document's id.")
    private @Nullable DocumentId id;

    CorpusHistoryCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        DocumentId document = Objects.requireNonNull(id, "picocli sets what is required");
        try (Session session = Session.openStore(environment, corpus.folder)) {
            session.syncFolder();
            List<DocumentChange> history = session.store().history(document);
            if (history.isEmpty()) {
                throw UserError.noDocument(document);
            }
            history.forEach(change -> environment.out().println(json ? JsonLine.of(map(change)) : line(change)));
            environment.out().flush();
            return ExitCode.ANSWERED.number();
        }
    }

    private static String line(DocumentChange change) {
        StringBuilder line = new StringBuilder()
                .append(change.at().truncatedTo(ChronoUnit.SECONDS))
                .append("  version ")
                .append(change.version())
                .append(' ')
                .append(kind(change));
        if (change.restores() != null) {
            line.append(" from version ").append(change.restores());
        }
        if (change.undoes() != null) {
            line.append(", to take back an earlier change");
        }
        if (change.author() != null) {
            line.append(", by ").append(change.author().value());
        }
        return line.toString();
    }

    private static Map<String, @Nullable Object> map(DocumentChange change) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("number", change.number());
        map.put("document", change.document().value());
        map.put("version", change.version());
        map.put("kind", kind(change));
        map.put("restores", change.restores());
        map.put("undoes", change.undoes());
        map.put("author", change.author() == null ? null : change.author().value());
        map.put("at", change.at().toString());
        return map;
    }

    private static String kind(DocumentChange change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }
}
