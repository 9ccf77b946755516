package org.citebot.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.NameKey;
import org.citebot.statement.SpeakerDecision;
import org.citebot.statement.SpeakerDecision.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a name away from a speaker. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description =
                "Says that a name is that of a speaker of its own, and means nobody else: takes back an alias or a merge.")
final class SpeakersSplitCommand implements Callable<Integer> {

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name that is to stand by itself.")
    private @Nullable String name;

    SpeakersSplitCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String alone = Objects.requireNonNull(name, "picocli sets what is required");
        try (Session session = Session.openStore(environment, null)) {
            session.syncFolder();
            session.readStatements();
            KnownSpeaker speaker = SpeakerPage.named(session.speakers(), alone);
            if (NameKey.of(alone).equals(NameKey.of(speaker.name()))) {
                throw new UserError(
                        ExitCode.FAILED,
                        alone + " stands by itself already; './citebot corpus speakers show' shows its other names.");
            }
            session.moderation().operator().decide(List.of(new SpeakerDecision(Kind.APART, alone, null)));
            environment.out().println(alone + " does not mean " + speaker.name() + " any more.");
            environment.out().flush();
            return ExitCode.ANSWERED.number();
        }
    }
}
