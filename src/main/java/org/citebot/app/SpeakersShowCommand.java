package org.citebot.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.language.LanguageDetector;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.SpeakerMatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows those whom a name may mean. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows all that is known of those whom a name may mean: other names, roles with their days.")
final class SpeakersShowCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each speaker as one JSON object on one line.")
    private boolean json;

    @Parameters(paramLabel = "NAME", description = "A name, surname, abbreviation or description.")
    private @Nullable String name;

    SpeakersShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String asked = Objects.requireNonNull(name, "picocli sets what is required");
        try (Session session = Session.openStore(environment, corpus.folder)) {
            session.syncFolder();
            session.readStatements();
            List<KnownSpeaker> found = session.speakers().find(asked, new LanguageDetector().detect(asked)).stream()
                    .map(SpeakerMatch::speaker)
                    .toList();
            found.forEach(
                    speaker -> environment.out().println(json ? SpeakerPage.json(speaker) : SpeakerPage.page(speaker)));
            environment.out().flush();
            if (found.isEmpty()) {
                session.say("The documents quote nobody called " + asked + ".");
            }
            return (found.isEmpty() ? ExitCode.NO_EVIDENCE : ExitCode.ANSWERED).number();
        }
    }
}
