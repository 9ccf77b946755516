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

/** Makes two speakers one. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Says that two names that documents quote are one speaker, called by the first.")
final class SpeakersMergeCommand implements Callable<Integer> {

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name to keep.")
    private @Nullable String name;

    @Parameters(index = "1", paramLabel = "OTHER", description = "The name of the same speaker elsewhere.")
    private @Nullable String other;

    SpeakersMergeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String kept = Objects.requireNonNull(name, "picocli sets what is required");
        String merged = Objects.requireNonNull(other, "picocli sets what is required");
        try (Session session = Session.openStore(environment, null)) {
            session.syncFolder();
            session.readStatements();
            KnownSpeaker speaker = SpeakerPage.named(session.speakers(), kept);
            KnownSpeaker same = SpeakerPage.named(session.speakers(), merged);
            boolean confirmed = same.equals(speaker) && speaker.isInferred(merged);
            if (same.equals(speaker) && !confirmed) {
                throw new UserError(ExitCode.FAILED, merged + " is " + speaker.name() + " already.");
            }
            String alias = confirmed ? merged : same.name();
            session.moderation().operator().decide(List.of(new SpeakerDecision(Kind.SAME, alias, speaker.name())));
            environment.out().println(alias + " is " + speaker.name() + " from now on.");
            environment.out().flush();
            return ExitCode.ANSWERED.number();
        }
    }
}
