package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.index.ModelFiles.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With models that count the pieces which a passage shares with the question. */
class OnnxCrossEncoderTest {

    @TempDir
    static Path natives;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"words.onnx, words.json", "words-untyped.onnx, pieces.json"})
    void judgesAPassageByTheQuestion(String model, String tokenizer) {
        try (CrossEncoder encoder = load(model, tokenizer)) {
            String question = "Why was the harbour closed?";
            double answer = encoder.score(question, "The harbour was closed after a crane fell into the water.");
            double other = encoder.score(question, "Twelve million crowns in June.");

            assertThat(answer).isGreaterThan(other).isBetween(0.0, 1.0);
            assertThat(encoder.score(question, "harbour. ".repeat(2_000))).isBetween(0.0, 1.0);
        }
    }

    @Test
    void knowsOtherScriptsWhereItsTokenizerDoes() {
        try (CrossEncoder encoder = load("words-untyped.onnx", "pieces.json")) {
            String question = "Почему закрыли гавань?";

            assertThat(encoder.score(question, "Гавань закрыли, потому что кран упал в воду."))
                    .isGreaterThan(encoder.score(question, "Двенадцать миллионов"));
        }
    }

    @Test
    void whatIsClosedJudgesNothing() {
        CrossEncoder encoder = load("words.onnx", "words.json");
        encoder.close();

        assertThatThrownBy(() -> encoder.score("a", "b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysInOneLineWhatIsWrongWithItsFiles() throws IOException {
        Path text = Files.writeString(folder.resolve("model.onnx"), "no model");
        Path bpe = Files.writeString(folder.resolve("bpe.json"), "{\"model\": {\"type\": \"BPE\"}}");
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "[CLS]");
        Path words = copy("words.json", folder);
        Path model = copy("words.onnx", folder);

        assertRefused(text, words, "model.onnx is no ONNX model that runs here");
        assertRefused(model, bpe, "bpe.json tells of a model of type BPE");
        assertRefused(model, empty, "names no type of model");
        assertRefused(model, broken, "broken.json is no tokenizer.json");
        assertRefused(copy("vectors.onnx", folder), words, "does not judge pairs of texts");
    }

    private void assertRefused(Path model, Path tokenizer, String why) {
        assertThatThrownBy(() -> OnnxCrossEncoder.load(natives, new CrossEncoderFiles(model, tokenizer)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(why);
    }

    private CrossEncoder load(String model, String tokenizer) {
        return OnnxCrossEncoder.load(natives, new CrossEncoderFiles(copy(model, folder), copy(tokenizer, folder)));
    }
}
