package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.citebot.answering.fake.Behaviour;
import org.citebot.answering.fake.FakeModelServer;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorModelTest {

    private FakeModelServer server;
    private TestHome home;

    @BeforeEach
    void configure(@TempDir Path folder) {
        server = new FakeModelServer();
        home = new TestHome(folder)
                .with("CITEBOT_MODEL_PROVIDER", "openai")
                .with("CITEBOT_MODEL_NAME", "small-model")
                .with("CITEBOT_MODEL_URL", server.url().toString())
                .with("CITEBOT_MODEL_KEY", "key");
        home.write("seeds/pier.md", TestHome.PIER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The one line that tells what is wrong. */
    private String complaint() {
        Run run = home.run("doctor");
        assertThat(run.exitCode()).isEqualTo(1);
        return run.outLines().stream()
                .filter(line -> line.startsWith("NO"))
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "ollama", "anthropic", "gemini"})
    void aModelThatAnswersIsNamedWithItsTime(String provider) {
        server.always(Behaviour.says("OK"));

        Run run = home.with("CITEBOT_MODEL_PROVIDER", provider).run("doctor");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.outLines())
                .filteredOn(line -> line.startsWith("ok  Language model: "))
                .singleElement()
                .asString()
                .matches("ok  Language model: small-model answered in \\d+ ms");
        assertThat(server.requests()).isEqualTo(1);
        assertThat(server.prompts().getFirst().user()).hasSizeLessThan(30);
    }

    @ParameterizedTest
    @CsvSource({
        "401, model.key",
        "404, model.name",
        "400, model.name",
        "429, quota",
        "503, try again later",
        "302, model.url"
    })
    void aRefusalSaysWhatToDo(int status, String remedy) {
        server.always(new Behaviour.Refuses(status, null));

        assertThat(complaint()).startsWith("NO  Language model: small-model ").contains("HTTP " + status, remedy);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        home.with("CITEBOT_MODEL_URL", "http://127.0.0.1:1");

        assertThat(complaint()).contains("http://127.0.0.1:1", "model.url", "that the server runs");
    }

    @Test
    void aServerThatSpeaksAnotherLanguageIsNamed() {
        server.always(Behaviour.wrongJson());

        assertThat(complaint()).contains(server.url().toString(), "model.url");
    }

    @Test
    void aModelThatHangsIsGivenUpAtItsDeadline() {
        server.always(new Behaviour.Hangs(Duration.ofMinutes(5)));
        home.with("CITEBOT_MODEL_DEADLINE", "1s");

        assertThat(complaint()).contains("longer than 1 s", "model.deadline");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        TestHome other = new TestHome(home.path("other"))
                .with("CITEBOT_MODEL_PROVIDER", "gguf")
                .with("CITEBOT_MODEL_PATH", "absent.gguf");

        Run run = other.run("doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines())
                .filteredOn(line -> line.startsWith("NO"))
                .singleElement()
                .asString()
                .contains("absent.gguf", "there is no file");
    }

    @Test
    void aFileThatIsNoModelIsNamed() {
        home.write("broken.gguf", "GGUF of sorts");
        TestHome other = new TestHome(home.path(""))
                .with("CITEBOT_MODEL_PROVIDER", "gguf")
                .with("CITEBOT_MODEL_PATH", "broken.gguf");

        assertThat(other.run("doctor").outLines())
                .filteredOn(line -> line.startsWith("NO"))
                .singleElement()
                .asString()
                .contains("broken.gguf", "model.path");
    }
}
