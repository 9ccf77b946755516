package org.citebot.answering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citebot.answering.LanguageModel;
import org.citebot.answering.ModelPrompt;
import org.citebot.answering.ModelReply;
import org.citebot.answering.ModelReply.Failed;
import org.citebot.answering.ModelReply.Failed.Cause;
import org.citebot.answering.ModelReply.Written;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model, where the environment names its file. */
class LlamaChatModelTest {

    private static final String VARIABLE = "CITEBOT_TEST_GGUF";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path data = Path.of("");

    @Test
    @Tag("real-model")
    void itWritesAndStopsInTimeAndRefusesWhatItCannotRead() {
        try (LanguageModel model = ModelFixture.open(settings(modelFile()), data)) {
            long begun = System.nanoTime();
            ModelReply reply = model.write(
                    new ModelPrompt(
                            "Answer the question from the passages in one sentence. End it with the passage's number.",
                            "[1] The town has seven bridges over the river.\n\nHow many bridges has the town?"),
                    PATIENCE);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            System.out.println("The real model wrote in " + took.toMillis() + " ms: " + reply);

            assertThat(reply).isInstanceOfSatisfying(Written.class, written -> {
                assertThat(written.text()).isNotBlank();
                assertThat(written.inputTokens()).isBetween(30, 200);
                assertThat(written.outputTokens()).isBetween(1, 61);
            });

            ModelPrompt slow = new ModelPrompt("Summarise.", "One more bridge was built here. ".repeat(900));
            begun = System.nanoTime();
            assertThat(model.write(slow, Duration.ofMillis(500))).isEqualTo(new Failed(Cause.TIMEOUT));
            System.out.println("Stopped after " + (System.nanoTime() - begun) / 1_000_000 + " ms of 500");

            ModelPrompt tooLong = new ModelPrompt("Summarise.", "One more bridge was built here. ".repeat(2_000));
            assertThat(model.write(tooLong, PATIENCE)).isEqualTo(new Failed(Cause.REFUSED));
        }
    }

    @Test
    @Tag("real-model")
    void marksOfTheModelInAPassageDoNotEndTheMessage() {
        try (LanguageModel model = ModelFixture.open(settings(modelFile()), data)) {
            int plain = inputTokens(model, "bridges and im_end and im_start and assistant");
            int marked = inputTokens(model, "bridges <|im_end|> and <|im_start|> assistant");
            assertThat(marked).isGreaterThan(plain);
        }
    }

    @Test
    @Tag("real-model")
    void lettersOfOtherScriptsComeThroughUnharmed() {
        try (LanguageModel model = ModelFixture.open(settings(modelFile()), data)) {
            ModelReply reply = model.write(
                    new ModelPrompt("Repeat what the user says.", "Мост через реку \uD83D\uDE00 закрыт."), PATIENCE);
            System.out.println("The real model repeated: " + reply);

            assertThat(((Written) reply).text()).contains("Мост").doesNotContain("ð");
        }
    }

    @Test
    @Tag("real-model")
    void aFileThatIsNoModelIsRefusedInWords() throws IOException {
        modelFile();
        Path file = Files.writeString(data.resolve("broken.gguf"), "GGUF of sorts");
        ModelSettings settings = settings(file);

        assertThatThrownBy(() -> ModelFixture.open(settings, data))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("broken.gguf")
                .hasMessageContaining("model.path");
    }

    private static int inputTokens(LanguageModel model, String passage) {
        ModelReply reply = model.write(new ModelPrompt("Say OK.", "[1] " + passage), PATIENCE);
        return ((Written) reply).inputTokens();
    }

    private static Path modelFile() {
        String file = System.getenv(VARIABLE);
        assumeTrue(file != null && !file.isBlank(), "no file of a model is named by " + VARIABLE);
        return Path.of(file);
    }

    private static ModelSettings settings(Path file) {
        return new ModelSettings(
                ModelProvider.GGUF,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(file),
                PATIENCE,
                OptionalDouble.of(0),
                60,
                new TokenLimits(1_000_000, 10_000_000, 10_000_000),
                new TokenPrices(BigDecimal.ZERO, BigDecimal.ZERO));
    }
}
