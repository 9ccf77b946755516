package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.citebot.FaultReport;
import org.citebot.telegram.fake.Delivery;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The token is part of every address, and leaves in nothing else. */
@Tag("faults")
@ResourceLock("log")
class TokenCanaryTest {

    private static final String CANARY = "CANARY";

    @TempDir
    private Path folder;

    @Test
    void theTokenIsInNoLogNoExceptionAndNoChat() {
        StringWriter thrown = new StringWriter();
        try (LogCapture logs = new LogCapture();
                BotHarness harness = new BotHarness(folder)) {
            FakeTelegramServer server = harness.server;
            String echo = "echo of " + server.token().reveal();
            harness.answerer.script(question -> {
                throw new IllegalStateException("scripted");
            });
            server.faults()
                    .next(
                            "getUpdates",
                            new Fault.Refused(500, echo),
                            new Fault.Refused(409, echo),
                            new Fault.Answered(echo),
                            new Fault.CutBefore(),
                            new Fault.CutAfter());
            server.faults()
                    .next(
                            "sendMessage",
                            new Fault.Refused(400, echo),
                            new Fault.Refused(502, echo),
                            new Fault.TooManyRequests(Duration.ZERO),
                            new Fault.CutBefore(),
                            new Fault.Refused(403, echo));
            server.faults().next("setMyCommands", new Fault.Refused(500, echo));
            server.faults().always("sendChatAction", new Fault.Refused(500, echo));
            harness.start();
            for (int i = 0; i < 6; i++) {
                server.say(ADA, "question " + i);
            }
            harness.awaitQuiet();
            harness.stop();
            server.faults().next("getMe", new Fault.Refused(500, echo), new Fault.CutBefore());
            note(thrown, harness::start);
            note(thrown, harness::start);
            server.revokeToken();
            note(thrown, harness::start);
            URI nowhere = URI.create("http://nowhere.invalid/a/path");
            note(thrown, () -> TelegramBot.fetchIdentity(BotHarness.settings(nowhere, server, 1)));
            thrown.append(BotHarness.settings(nowhere, server, 1).toString());

            assertThat(logs.text())
                    .contains("could not be handled", "getupdates", "okhttp")
                    .doesNotContain(CANARY);
            assertThat(server.transcript(ADA)).contains("question 5").doesNotContain(CANARY);
            assertThat(harness.metrics.scrape())
                    .contains("citebot_updates_received")
                    .doesNotContain(CANARY);
        }

        assertThat(thrown.toString())
                .contains("BadTokenException", "UnreachableBotApiException", "nowhere.invalid")
                .doesNotContain(CANARY);
    }

    @Test
    void theTokenIsInNothingThatADownloadAPressOrAMenuLeaves() {
        StringWriter seen = new StringWriter();
        try (LogCapture logs = new LogCapture();
                FakeTelegramServer server = new FakeTelegramServer();
                BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(2))) {
            String token = server.token().reveal();
            String echo = "echo of " + token;
            FileDownload download = new FileDownload(api, Duration.ofSeconds(2), Duration.ofMillis(300));
            server.files().put("disk", "/var/bot/" + token + "/a.txt", null, Delivery.status(200));
            server.files().put("out", "../bot" + token + "/getMe", null, Delivery.status(200));
            server.files().put("moved", "a/moved", null, Delivery.redirect("/file/bot" + token + "/a"));
            server.files().put("cut", "a/cut", null, Delivery.announced(new byte[5], 50));
            server.files().put("stalled", "a/stalled", null, Delivery.slow(new byte[9], 1, Duration.ofSeconds(5)));
            server.files().put("broken", "a/broken", null, Delivery.status(500));
            for (String file : List.of("disk", "out", "moved", "cut", "stalled", "broken", "unknown")) {
                noteAttempt(seen, () -> download.fetch(file, null, 100));
            }
            server.faults()
                    .next("getFile", new Fault.Refused(500, echo), new Fault.Answered(echo), new Fault.CutBefore());
            for (int i = 0; i < 3; i++) {
                noteAttempt(seen, () -> download.fetch("cut", null, 100));
            }
            MessageSender sender = new MessageSender(api, false);
            CommandMenus menus = new CommandMenus(api);
            server.faults().next("answerCallbackQuery", new Fault.Refused(400, echo), new Fault.Refused(500, echo));
            server.faults().next("setMyCommands", new Fault.Refused(400, echo), new Fault.CutBefore());
            for (int i = 0; i < 2; i++) {
                noteAttempt(seen, () -> {
                    sender.answerPress("press-1", null);
                    return "answered";
                });
                menus.showToEveryone();
            }
            server.revokeToken();
            noteAttempt(seen, () -> download.fetch("cut", null, 100));

            assertThat(logs.text()).contains("menu of commands", "okhttp").doesNotContain(CANARY);
        }

        assertThat(seen.toString())
                .contains("NotServed", "Gone", "UNREACHABLE", "SERVER", "UNKNOWN_BOT")
                .doesNotContain(CANARY);
        FaultReport.note(
                "R49", "a canary as token on every failing path of calls, downloads and menus, TRACE on", "0 hits");
    }

    @Test
    void questionsAreInNoLogAboveDebug() {
        try (LogCapture logs = new LogCapture();
                BotHarness harness = new BotHarness(folder)) {
            harness.start();
            harness.server.faults().next("sendMessage", new Fault.Refused(400, "Bad Request: QUESTIONCANARY"));
            harness.server.say(ADA, "What about QUESTIONCANARY?");
            harness.awaitQuiet();

            assertThat(logs.text().lines().filter(line -> line.contains("QUESTIONCANARY")))
                    .allMatch(line -> line.startsWith("DEBUG") || line.startsWith("TRACE"));
            FaultReport.note("R50", "a canary as question, refused by the server", "0 hits at INFO and above");
        }
    }

    private interface Attempt {
        Object make() throws BotApiException;
    }

    /** Notes what an attempt brings, or all that its exception tells. */
    private static void noteAttempt(StringWriter seen, Attempt attempt) {
        try {
            seen.append(String.valueOf(attempt.make())).append('\n');
        } catch (BotApiException e) {
            e.printStackTrace(new PrintWriter(seen, true));
            seen.append(e.description()).append('\n');
        }
    }

    private static void note(StringWriter thrown, Runnable failing) {
        try {
            failing.run();
            throw new AssertionError("Nothing was thrown");
        } catch (TelegramException e) {
            e.printStackTrace(new PrintWriter(thrown, true));
        }
    }
}
