package org.citebot.app;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.citebot.language.Language;
import org.citebot.telegram.TelegramBot;
import picocli.CommandLine.Command;

/** Looks for what is wrong, and says what to do about it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks Java, settings, documents, index, model and bot token; says what to do.")
final class DoctorCommand implements Callable<Integer> {

    private final Environment environment;
    private boolean healthy = true;

    DoctorCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        report("Java", () -> Runtime.version() + ", " + System.getProperty("java.vendor"));
        report("Settings", () -> {
            environment.settings();
            return environment.settingsFile()
                    + (Files.exists(environment.settingsFile()) ? "" : " (missing: all settings are at their defaults)");
        });
        if (healthy) {
            checkCorpus();
        }
        if (healthy) {
            checkToken();
        }
        return (healthy ? ExitCode.ANSWERED : ExitCode.FAILED).number();
    }

    private void checkCorpus() {
        report("Corpus", () -> {
            try (Session session = Session.open(environment, null)) {
                session.syncFolder();
                report("Store", () -> session.corpus().store().list().size() + " documents in "
                        + session.settings().data());
                report("Index", () -> session.corpus().index().size() + " passages, "
                        + session.corpus().index().embeddingDue() + " of them waiting to be read for meaning");
                report("Model", () -> model(session));
                return session.settings().folder() + " is in step";
            }
        });
    }

    private static String model(Session session) {
        if (!session.settings().embedding()) {
            return "none: retrieval.embedding is false";
        }
        if (session.corpus().vectors().question("Does it run?", Language.ENGLISH) == null) {
            throw new UserError(
                    ExitCode.FAILED, "the embedding model does not run here; questions are answered by words alone");
        }
        return "the embedding model runs";
    }

    private void checkToken() {
        AllSettings settings = environment.settings();
        if (settings.telegram().token().isEmpty()) {
            environment.out().println("--  Telegram: no bot token yet; ask @BotFather for one and set CITEBOT_TELEGRAM_TOKEN");
        } else {
            report("Telegram", () -> "@" + TelegramBot.fetchIdentity(settings.telegram()).username());
        }
    }

    private void report(String what, Check check) {
        try {
            environment.out().println("ok  " + what + ": " + check.run());
        } catch (RuntimeException e) {
            healthy = false;
            environment.out().println("NO  " + what + ": " + FailureLine.of(e));
        }
    }

    @FunctionalInterface
    private interface Check {
        String run();
    }
}
