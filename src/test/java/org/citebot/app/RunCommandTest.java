package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citebot.Project;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as people start and stop it: a process of its own, with the model, over the seeds. */
class RunCommandTest {

    private static final long ANN = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int STOPPING_SECONDS = 15;

    @TempDir
    private Path home;

    private FakeTelegramServer telegram;
    private Process bot;

    @BeforeEach
    void startBot() throws IOException {
        telegram = new FakeTelegramServer();
        telegram.openPrivateChat(ANN);
        bot = run();
    }

    @AfterEach
    void stopAll() {
        bot.destroyForcibly();
        telegram.close();
    }

    private Process run() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcitebot.home=" + Project.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Citebot.class.getName(),
                        "run")
                .redirectError(home.resolve("log").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("CITEBOT_DATA", home.resolve("data").toString());
        command.environment().put("CITEBOT_TELEGRAM_TOKEN", telegram.token().reveal());
        command.environment().put("CITEBOT_TELEGRAM_API_URL", telegram.url().toString());
        return command.start();
    }

    @Test
    void answersFromTheSeedsAndStopsInOrder() throws Exception {
        telegram.say(ANN, "what did ISW say?");
        telegram.say(ANN, "What did the IMF say about Belarus?");

        awaitWords("has previously resisted", "Citebot digest of", "no answer to this");
        System.out.println(telegram.transcript(ANN));

        bot.destroy();
        assertThat(bot.waitFor(STOPPING_SECONDS, TimeUnit.SECONDS))
                .as("stopped in time")
                .isTrue();
        assertThat(Files.readString(home.resolve("log")))
                .contains(FakeTelegramServer.BOT_NAME)
                .doesNotContain(telegram.token().reveal(), "ISW", "Exception");
        assertThat(telegram.unconfirmed()).isZero();
        assertThat(telegram.messages(ANN)).filteredOn(FakeMessage::ofBot).hasSize(2);
    }

    @Test
    void answersAfterARestartWhatAKillLeftUnanswered() throws Exception {
        telegram.say(ANN, "How many more troops could Kyiv face?");
        awaitWords("100,000 more troops");
        bot.destroyForcibly().waitFor();
        telegram.say(ANN, "What did the decree create?");

        bot = run();

        awaitWords("joint state media company");
    }

    private void awaitWords(String... words) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!List.of(words).stream().allMatch(telegram.transcript(ANN)::contains)) {
            assertThat(System.nanoTime()).as(telegram.transcript(ANN)).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
