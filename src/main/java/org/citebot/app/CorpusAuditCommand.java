package org.citebot.app;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citebot.moderation.AuditEntry;
import org.citebot.moderation.AuditLog;
import org.citebot.moderation.AuditVerdict.Broken;
import org.citebot.moderation.AuditVerdict.Intact;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what was done to the corpus, and whether the log of it is whole. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Shows who did what to the corpus, the newest first, and whether the log of it is whole.",
        footer = "Each line of the log holds a hash of the one before. People are shown by pseudonyms.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the log is whole", "1:it was changed or damaged"})
final class CorpusAuditCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(names = "--json", description = "Print each line as one JSON object on one line.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many lines at most; ${DEFAULT-VALUE} by default. All are checked.")
    private int limit;

    @Spec
    private @Nullable CommandSpec spec;

    CorpusAuditCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (limit < 0 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--limit must be 0 or more");
        }
        try (Session session = Session.openStore(environment, null)) {
            AuditLog audit = session.moderation().audit();
            return switch (audit.verify()) {
                case Intact intact -> {
                    show(audit);
                    session.say(line(intact));
                    yield ExitCode.ANSWERED.number();
                }
                // A line that was changed may not even be readable.
                case Broken broken -> throw broken(session, broken);
            };
        }
    }

    private void show(AuditLog audit) {
        audit.latest(limit).forEach(entry -> environment.out().println(json ? JsonLine.of(map(entry)) : line(entry)));
        environment.out().flush();
    }

    private static String line(Intact intact) {
        return intact.entries() == 0
                ? "The audit log is empty: nobody has changed the corpus yet but its folder."
                : "The audit log is whole: " + Count.of((int) intact.entries(), "line") + ", the last hash is "
                        + intact.head() + ".";
    }

    private static UserError broken(Session session, Broken broken) {
        return new UserError(
                ExitCode.FAILED,
                "The audit log is wrong from line " + broken.number() + " on: " + broken.problem()
                        + ". Somebody or a failing disk changed it: keep a copy of "
                        + session.settings().data() + ", then restore corpus.db from a backup.");
    }

    private static String line(AuditEntry entry) {
        return (entry.number() + "  " + entry.at().truncatedTo(ChronoUnit.SECONDS) + "  "
                        + (entry.actor() == null ? "-" : entry.actor()) + "  " + entry.action() + "  "
                        + entry.subject() + "  " + entry.detail())
                .stripTrailing();
    }

    private static Map<String, @Nullable Object> map(AuditEntry entry) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("number", entry.number());
        map.put("at", entry.at().toString());
        map.put("actor", entry.actor());
        map.put("action", entry.action());
        map.put("subject", entry.subject());
        map.put("detail", entry.detail());
        map.put("hash", entry.hash());
        return map;
    }
}
