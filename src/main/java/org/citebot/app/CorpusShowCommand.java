package org.citebot.app;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one document. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a document.")
final class CorpusShowCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--text", description = "Print its stored text alone, which the offsets of citations count in.")
    private boolean text;

    @Parameters(paramLabel = "ID", description = "The document's id.")
    private String id = "";

    CorpusShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Session session = Session.open(environment, corpus.folder)) {
            session.syncFolder();
            DocumentVersion version = session.corpus()
                    .store()
                    .current(new DocumentId(id))
                    .orElseThrow(() -> UserError.noDocument(id));
            if (text) {
                environment.out().print(version.text());
            } else {
                environment.out().println(page(version));
            }
            environment.out().flush();
            return ExitCode.ANSWERED.number();
        }
    }

    private String page(DocumentVersion version) {
        int sentences = version.passages().stream()
                .mapToInt(passage -> passage.sentences().size())
                .sum();
        return version.document() + ", version " + version.number() + System.lineSeparator()
                + AnswerPage.source(version.details(), LocalDate.now(environment.clock())) + System.lineSeparator()
                + "Language " + version.details().language().code() + ", " + version.text().length()
                + " characters, " + version.passages().size() + " passages, " + sentences + " sentences of evidence"
                + System.lineSeparator() + System.lineSeparator() + version.text();
    }
}
