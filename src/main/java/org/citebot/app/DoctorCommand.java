package org.citebot.app;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citebot.answering.model.ModelProbe;
import org.citebot.answering.model.ModelProvider;
import org.citebot.answering.model.ModelSettings;
import org.citebot.index.PassageIndex;
import org.citebot.language.Language;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.TelegramSettings;
import org.citebot.telegram.WebhookState;
import picocli.CommandLine.Command;

/** Looks for what is wrong, and says what to do about it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks Java, settings, documents, index, models, bot token, how updates come, and a running bot;"
                + " says what to do.",
        footer = "Where a language model is configured, it is called once, for some twenty tokens.")
final class DoctorCommand implements Callable<Integer> {

    private final Environment environment;
    private boolean healthy = true;

    DoctorCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        report("Java", () -> Runtime.version() + ", " + System.getProperty("java.vendor"));
        boolean readable = report("Settings", this::settings);
        if (readable) {
            checkCorpus();
            report("Language model", this::languageModel);
            checkToken();
        }
        return (healthy ? ExitCode.ANSWERED : ExitCode.FAILED).number();
    }

    private String settings() {
        environment.settings();
        return environment.settingsFile()
                + (Files.exists(environment.settingsFile()) ? "" : " (missing: all settings are at their defaults)");
    }

    private void checkCorpus() {
        // One that cannot be opened is told in the line of the documents.
        report("Documents", () -> {
            try (Session session = Session.open(environment, null)) {
                session.syncFolder();
                report("Index", () -> index(session));
                report("Embedding model", () -> embeddingModel(session));
                // It was tried when the session was opened.
                session.settings()
                        .retrieval()
                        .crossEncoder()
                        .ifPresent(files ->
                                report("Cross-encoder", () -> files.model().getFileName() + " runs"));
                return session.documentCount() + " in " + session.settings().data() + ", in step with "
                        + session.documents();
            }
        });
    }

    private static String index(Session session) {
        session.syncIndex(false);
        PassageIndex index = session.corpus().index();
        return Count.of(index.size(), "passage") + ", " + index.embeddingDue() + " of them still to be read for meaning"
                + (index.writable() ? "" : "; another Citebot writes it");
    }

    private static String embeddingModel(Session session) {
        if (!session.settings().retrieval().embedding()) {
            return "none: retrieval.embedding is false";
        }
        if (session.corpus().vectors().question("Does it run?", Language.ENGLISH) == null) {
            throw new UserError(
                    ExitCode.FAILED, "the embedding model does not run here; questions are answered by words alone");
        }
        return "it runs";
    }

    private String languageModel() {
        AllSettings settings = environment.settings();
        ModelSettings model = settings.model();
        return model.provider() == ModelProvider.NONE
                ? "none, so answers are quotations"
                : model.shownName() + " answered in "
                        + ModelProbe.call(model, settings.data()).toMillis() + " ms";
    }

    private void checkToken() {
        AllSettings settings = environment.settings();
        if (settings.telegram().token().isEmpty()) {
            environment
                    .out()
                    .println("--  Telegram: no bot token yet; ask @BotFather for one and set CITEBOT_TELEGRAM_TOKEN");
        } else {
            boolean known = report(
                    "Telegram",
                    () -> "@" + TelegramBot.fetchIdentity(settings.telegram()).username());
            if (known) {
                report("Updates", () -> updates(settings.telegram()));
            }
        }
        if (settings.monitoring().isOn()) {
            report("Running bot", () -> RunningBot.health(settings.monitoring()));
        }
    }

    private static String updates(TelegramSettings settings) {
        WebhookState state = TelegramBot.fetchWebhookState(settings);
        Optional<String> wanted =
                settings.webhook().map(webhook -> webhook.url().toString());
        String waiting = Count.of(state.pending(), "update") + (state.pending() == 1 ? " waits" : " wait");
        if (wanted.isEmpty() && state.url().isPresent()) {
            throw new UserError(
                    ExitCode.FAILED,
                    "Telegram brings them to an address that the settings do not name: set telegram.webhook.url, or"
                            + " fetch them with './citebot run --delete-webhook'");
        }
        if (wanted.isPresent() && state.url().isPresent() && !state.url().equals(wanted)) {
            throw new UserError(
                    ExitCode.FAILED,
                    "Telegram brings them to another address than telegram.webhook.url; start the bot again, or stop"
                            + " the other program that uses the token");
        }
        Instant failed = state.failed();
        String trouble = failed == null ? "" : "; at " + failed + " it failed: " + state.failure();
        return (wanted.isEmpty() ? "fetched, " : "brought, ") + waiting + " at Telegram" + trouble;
    }

    private boolean report(String what, Check check) {
        try {
            environment.out().println("ok  " + what + ": " + check.run());
            return true;
        } catch (RuntimeException e) {
            healthy = false;
            FailureLine.of(e).lines().forEach(line -> environment.out().println("NO  " + what + ": " + line));
            return false;
        }
    }

    @FunctionalInterface
    private interface Check {
        String run();
    }
}
