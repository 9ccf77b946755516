package org.citebot.app;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--text", description = "Print the stored text alone, in which the offsets of citations count.")
    private boolean text;

    @Parameters(paramLabel = "ID", description = "The document's id.")
    private @Nullable DocumentId id;

    CorpusShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        DocumentId document = Objects.requireNonNull(id, "picocli sets what is required");
        try (Session session = Session.openStore(environment, corpus.folder)) {
            session.syncFolder();
            DocumentVersion version =
                    session.store().current(document).orElseThrow(() -> UserError.noDocument(document));
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
                + "Language " + version.details().language().code() + ", "
                + version.text().length()
                + " characters, " + version.passages().size() + " passages, " + sentences + " sentences of evidence"
                + System.lineSeparator() + System.lineSeparator() + version.text();
    }
}
