package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citebot.config.ConfigException;
import org.citebot.config.Settings;
import org.citebot.index.CrossEncoderFiles;
import org.citebot.index.EmbeddingFiles;
import org.citebot.index.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalSettingsTest {

    @TempDir
    Path home;

    private RetrievalSettings read(Map<String, String> environment) {
        Settings settings = Settings.load(home.resolve("absent.yaml"), environment);
        RetrievalSettings read = RetrievalSettings.read(settings, home);
        settings.verify();
        return read;
    }

    @Test
    void nothingHasToBeSet() {
        RetrievalSettings settings = read(Map.of());

        assertThat(settings.embedding()).isTrue();
        assertThat(settings.embedder()).isEmpty();
        assertThat(settings.crossEncoder()).isEmpty();
    }

    @Test
    void pathsCountFromHome() throws IOException {
        Path model = Files.createFile(home.resolve("model.onnx"));
        Path tokenizer = Files.createFile(home.resolve("tokenizer.json"));

        RetrievalSettings settings = read(Map.of(
                "CITEBOT_RETRIEVAL_CROSS_ENCODER_MODEL", "model.onnx",
                "CITEBOT_RETRIEVAL_CROSS_ENCODER_TOKENIZER", "tokenizer.json",
                "CITEBOT_RETRIEVAL_EMBEDDER_MODEL", model.toString(),
                "CITEBOT_RETRIEVAL_EMBEDDER_TOKENIZER", tokenizer.toString(),
                "CITEBOT_RETRIEVAL_EMBEDDER_POOLING", "cls",
                "CITEBOT_RETRIEVAL_EMBEDDER_QUESTION_PREFIX", "query:"));

        assertThat(settings.crossEncoder()).contains(new CrossEncoderFiles(model, tokenizer));
        assertThat(settings.embedder()).contains(new EmbeddingFiles(model, tokenizer, Pooling.CLS, "query:", ""));
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        Files.createFile(home.resolve("model.onnx"));

        assertThatThrownBy(() -> read(Map.of(
                        "CITEBOT_RETRIEVAL_EMBEDDING", "maybe",
                        "CITEBOT_RETRIEVAL_CROSS_ENCODER_MODEL", "model.onnx",
                        "CITEBOT_RETRIEVAL_EMBEDDER_MODEL", "absent.onnx",
                        "CITEBOT_RETRIEVAL_EMBEDDER_POOLING", "max")))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        mistakes -> assertThat(mistakes.problems())
                                .hasSize(4)
                                .anyMatch(problem -> problem.contains("true or false"))
                                .anyMatch(
                                        problem -> problem.contains("absent.onnx") && problem.contains("no such file"))
                                .anyMatch(problem -> problem.contains("cls or mean"))
                                .anyMatch(problem -> problem.contains("needs the tokenizer.json")));
    }
}
