package org.citebot.answering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.answering.model.ModelFixture.LONG;
import static org.citebot.answering.model.ModelFixture.PROMPT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.citebot.answering.LanguageModel;
import org.citebot.answering.ModelReply;
import org.citebot.answering.ModelReply.Failed;
import org.citebot.answering.ModelReply.Failed.Cause;
import org.citebot.answering.ModelReply.Written;
import org.citebot.answering.fake.Behaviour;
import org.citebot.answering.fake.FakeModelServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider with a server does, over real HTTP. */
@ParameterizedClass
@EnumSource(
        value = ModelProvider.class,
        names = {"OPENAI", "OLLAMA", "ANTHROPIC", "GEMINI"})
class ProviderContractTest {

    @Parameter
    private ModelProvider provider = ModelProvider.NONE;

    @TempDir
    private Path data = Path.of("");

    private final FakeModelServer server = new FakeModelServer();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void itIsGivenThePromptAndItsTextComesBackWithItsTokens() {
        server.always(Behaviour.says("Seven [1]."));

        ModelReply reply = write(LONG);

        assertThat(server.prompts()).singleElement().satisfies(prompt -> {
            assertThat(prompt.model()).isEqualTo("test-model");
            assertThat(prompt.system()).isEqualTo(PROMPT.system());
            assertThat(prompt.user()).isEqualTo(PROMPT.user());
        });
        int read = FakeModelServer.tokens(PROMPT.system()) + FakeModelServer.tokens(PROMPT.user());
        assertThat(reply).isEqualTo(new Written("Seven [1].", read, 2));
    }

    @Test
    void aTextMayBeBlank() {
        server.always(Behaviour.says(""));

        assertThat(write(LONG)).isInstanceOf(Written.class).extracting("text").isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "429"})
    void aPassingFailureIsTriedAgain(int status) {
        server.next(new Behaviour.Refuses(status, null));

        assertThat(write(LONG)).isInstanceOf(Written.class);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aWrongAnswerIsTriedAgain() {
        server.next(Behaviour.wrongJson());

        assertThat(write(LONG)).isInstanceOf(Written.class);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void anAnswerThatBreaksOffIsTriedAgain() {
        server.next(new Behaviour.Cuts(prompt -> "Seven [1]."));

        assertThat(write(LONG)).isInstanceOf(Written.class);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void anEmptyAnswerIsNoText() {
        server.always(Behaviour.empty());

        assertThat(write(LONG)).isEqualTo(new Failed(Cause.UNAVAILABLE));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "302"})
    void aRefusalIsFinal(int status) {
        server.always(new Behaviour.Refuses(status, null));

        assertThat(write(LONG)).isEqualTo(new Failed(Cause.REFUSED));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aServerThatTricklesIsLeftInTime() {
        server.always(new Behaviour.Trickles(prompt -> "Seven.", Duration.ofMillis(150)));
        long begun = System.nanoTime();

        assertThat(write(Duration.ofSeconds(1))).isEqualTo(new Failed(Cause.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whatItWritesIsToldWhileItIsWritten() {
        server.always(Behaviour.says("Seven [1]. Eight [2]."));
        List<String> told = new CopyOnWriteArrayList<>();

        ModelReply reply = write(LONG, told::add);

        int read = FakeModelServer.tokens(PROMPT.system()) + FakeModelServer.tokens(PROMPT.user());
        assertThat(reply).isEqualTo(new Written("Seven [1]. Eight [2].", read, 4));
        assertThat(told).containsExactly("Seven ", "Seven [1]. ", "Seven [1]. Eight ", "Seven [1]. Eight [2].");
    }

    @Test
    void aStreamThatBreaksOffIsTriedAgainAndNotToldAgain() {
        server.next(new Behaviour.Cuts(prompt -> "Seven [1]."));
        server.always(Behaviour.says("Eight [2]."));
        List<String> told = new CopyOnWriteArrayList<>();

        assertThat(write(LONG, told::add))
                .isInstanceOf(Written.class)
                .extracting("text")
                .isEqualTo("Eight [2].");
        assertThat(told).noneMatch(text -> text.contains("Eight"));
    }

    @ParameterizedTest
    @CsvSource({"429, 2", "500, 2", "401, 1"})
    void aRefusalOfAStreamIsOneAsEver(int status, int requests) {
        server.always(new Behaviour.Refuses(status, null));

        assertThat(write(LONG, told -> {})).isInstanceOf(Failed.class);
        assertThat(server.requests()).isEqualTo(requests);
    }

    @Test
    void aStreamThatTricklesIsLeftInTime() {
        server.always(new Behaviour.Trickles(prompt -> "Seven. ".repeat(100), Duration.ofMillis(150)));
        long begun = System.nanoTime();
        List<String> told = new CopyOnWriteArrayList<>();

        assertThat(write(Duration.ofSeconds(1), told::add)).isEqualTo(new Failed(Cause.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(told).isNotEmpty();
    }

    private ModelReply write(Duration within, Consumer<String> soFar) {
        try (LanguageModel model = ModelFixture.open(ModelFixture.settings(provider, server.url()), data)) {
            return model.write(PROMPT, within, soFar);
        }
    }

    private ModelReply write(Duration within) {
        try (LanguageModel model = ModelFixture.open(ModelFixture.settings(provider, server.url()), data)) {
            return model.write(PROMPT, within);
        }
    }
}
