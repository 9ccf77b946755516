package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citebot.Project;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;

/** The bot as people run it, a process of its own, and people who talk to it. */
final class BotProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final FakeTelegramServer telegram = new FakeTelegramServer();
    private final Path home;
    private final Process process;

    /**
     * Starts it on the project's own prompts.
     *
     * @param home where it keeps its data and its log
     * @param documents the folder that it answers from
     */
    BotProcess(Path home, Path documents) throws IOException {
        this(home, documents, Map.of());
    }

    /** The same with settings of its own, as variables of its environment. */
    BotProcess(Path home, Path documents, Map<String, String> settings) throws IOException {
        this.home = home;
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
        command.environment().put("CITEBOT_CORPUS_FOLDER", documents.toString());
        command.environment().put("CITEBOT_TELEGRAM_TOKEN", telegram.token().reveal());
        command.environment().put("CITEBOT_TELEGRAM_API_URL", telegram.url().toString());
        command.environment().putAll(settings);
        process = command.start();
    }

    /** Somebody writes into a chat; the last message of the bot there, once all is handled. */
    FakeMessage say(long chat, FakePerson person, String words) throws Exception {
        telegram.say(chat, person, words);
        settle();
        return telegram.messages(chat).getLast();
    }

    /** Somebody presses a button of a message; the last message of the bot there, once all is handled. */
    FakeMessage press(long chat, FakePerson person, FakeMessage message, String label) throws Exception {
        telegram.press(chat, person, message.id(), message.data(label));
        settle();
        return telegram.messages(chat).getLast();
    }

    /** Waits until all that was said has been confirmed and its effects are there. */
    void settle() throws Exception {
        await(() -> telegram.unconfirmed() == 0 && waiting() == 0);
    }

    private int waiting() {
        return TelegramBot.openDatabase(home.resolve("data").resolve("telegram.db"))
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM inbox WHERE state = 'waiting'")
                        .mapTo(Integer.class)
                        .one());
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(process.isAlive()).as(log()).isTrue();
            assertThat(System.nanoTime()).as(log()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private String log() throws IOException {
        return String.join("\n", List.of("The bot's log:", Files.readString(home.resolve("log"))));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        telegram.close();
    }
}
