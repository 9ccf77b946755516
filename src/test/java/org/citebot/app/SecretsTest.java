package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citebot.answering.fake.Behaviour;
import org.citebot.answering.fake.FakeModelServer;
import org.citebot.answering.fake.ReceivedPrompt;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secrets of the settings and of the environment are in no prompt, no output, no log and no file. */
@ResourceLock("log")
class SecretsTest {

    private static final String QUESTION = "When will the new pier open?";
    private static final String CANARY = "CANARY-0123456789";

    private FakeModelServer server;
    private TestHome home;
    private final StringBuilder printed = new StringBuilder();

    @BeforeEach
    void configure(@TempDir Path folder) throws IOException {
        server = new FakeModelServer();
        home = new TestHome(folder)
                .with("CITEBOT_MODEL_NAME", "small-model")
                .with("CITEBOT_MODEL_URL", server.url().toString())
                .with("CITEBOT_MODEL_KEY", "key-" + CANARY)
                .with("CITEBOT_MODEL_DEADLINE", "5s")
                .with("CITEBOT_TELEGRAM_TOKEN", "4711:" + CANARY)
                .with("CITEBOT_TELEGRAM_API_URL", "http://127.0.0.1:1")
                .with("CLOUD_SECRET", "cloud-" + CANARY);
        home.write("seeds/pier.md", TestHome.PIER);
        home.withPrompts();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Run run(String... arguments) {
        Run run = home.run(arguments);
        printed.append(run.out()).append(run.err());
        return run;
    }

    /** This server repeats the key and the question in its refusals. */
    private void runAll() {
        for (Behaviour behaviour : new Behaviour[] {
            Behaviour.good(), new Behaviour.Refuses(401, null), new Behaviour.Refuses(404, null), Behaviour.wrongJson()
        }) {
            server.always(behaviour);
            run("ask", "--explain", QUESTION);
            run("ask", "--json", "--explain", QUESTION);
            run("doctor");
        }
        run("config");
        run("run");
        Run chat = home.runWith((QUESTION + "\n").getBytes(StandardCharsets.UTF_8), "chat");
        printed.append(chat.out()).append(chat.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "ollama", "anthropic", "gemini"})
    void aSecretLeavesInNothingButItsOwnHeader(String provider) throws IOException {
        home.with("CITEBOT_MODEL_PROVIDER", provider);
        String logs;
        try (CapturedLogs captured = new CapturedLogs()) {
            runAll();
            logs = captured.text();
        }

        assertThat(server.prompts()).extracting(ReceivedPrompt::user).anyMatch(text -> text.contains(QUESTION));
        assertThat(server.prompts().toString()).doesNotContain(CANARY);
        assertThat(printed.toString()).contains("model.key: ***", "Ada Quill").doesNotContain(CANARY);
        assertThat(logs).contains("HTTP 401").doesNotContain(CANARY);
        assertThat(filesHolding("Ada Quill")).isNotEmpty();
        assertThat(filesHolding(CANARY)).isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutBeingNamed() {
        home.with("CITEBOT_MODEL_PROVIDER", "openai").with("CITEBOT_MODEL_KEY", "key " + CANARY);

        for (String command : new String[] {"config", "doctor"}) {
            assertThat(run(command).exitCode()).isNotZero();
        }
        assertThat(run("ask", QUESTION).exitCode()).isEqualTo(ExitCode.USAGE.number());

        assertThat(printed.toString()).contains("is no API key").doesNotContain(CANARY);
    }

    private List<Path> filesHolding(String text) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.path("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.path("data/native")))
                    .toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }
}
