package org.citebot.app;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the documents that answer. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the documents.")
final class CorpusListCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each document as one JSON object on one line.")
    private boolean json;

    CorpusListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Session session = Session.openStore(environment, corpus.folder)) {
            session.syncFolder();
            List<DocumentSummary> documents = session.store().list();
            LocalDate today = LocalDate.now(environment.clock());
            for (DocumentSummary document : documents) {
                environment
                        .out()
                        .println(
                                json
                                        ? line(document)
                                        : document.id() + "  " + AnswerPage.source(document.details(), today));
            }
            if (documents.isEmpty() && corpus.folder == null) {
                session.say("There are no documents yet. Add one with: ./citebot corpus add FILE");
            }
            return ExitCode.ANSWERED.number();
        }
    }

    private static String line(DocumentSummary document) {
        DocumentDetails details = document.details();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", document.id().value());
        map.put("version", document.version());
        map.put("title", details.title());
        map.put("source", details.source());
        map.put("published", Objects.toString(details.published(), null));
        map.put("url", Objects.toString(details.url(), null));
        map.put("language", details.language().code());
        map.put("origin", document.origin().name());
        map.put("length", document.length());
        map.put("added", document.added().toString());
        return JsonLine.of(map);
    }
}
