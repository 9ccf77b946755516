package org.citebot.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.SpeakerDecision;
import org.citebot.statement.SpeakerDecision.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a speaker another name. */
@Command(
        name = "alias",
        mixinStandardHelpOptions = true,
        description = "Says that another name means a speaker too, wherever documents use it.")
final class SpeakersAliasCommand implements Callable<Integer> {

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "NAME", description = "The speaker's name.")
    private @Nullable String name;

    @Parameters(
            index = "1",
            paramLabel = "ALIAS",
            description = "The other name, whether documents have it already or not.")
    private @Nullable String alias;

    SpeakersAliasCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String asked = Objects.requireNonNull(name, "picocli sets what is required");
        String added =
                Objects.requireNonNull(alias, "picocli sets what is required").strip();
        if (added.isEmpty()) {
            throw new UserError(ExitCode.USAGE, "The other name is empty.");
        }
        try (Session session = Session.openStore(environment, null)) {
            session.syncFolder();
            session.readStatements();
            KnownSpeaker speaker = SpeakerPage.named(session.speakers(), asked);
            session.moderation().operator().decide(List.of(new SpeakerDecision(Kind.SAME, added, speaker.name())));
            environment.out().println(added + " means " + speaker.name() + " from now on.");
            environment.out().flush();
            return ExitCode.ANSWERED.number();
        }
    }
}
