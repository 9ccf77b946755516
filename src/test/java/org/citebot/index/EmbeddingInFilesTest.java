package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.citebot.index.ModelFiles.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingInFilesTest {

    @TempDir
    static Path natives;

    @TempDir
    Path folder;

    @Test
    void embedsInOtherLanguagesThanEnglish() {
        try (Embedder embedder = load(Pooling.MEAN, "", "")) {
            float[] question = embedder.embedQuestion("гавань закрыли");
            float[] near = embedder.embedPassage("Гавань закрыли в понедельник");
            float[] far = embedder.embedPassage("twelve million crowns");

            assertThat(embedder.knows(Language.RUSSIAN)).isTrue();
            assertThat(question).hasSize(embedder.dimensions()).hasSize(8);
            assertThat(dot(question, question)).isCloseTo(1, within(1e-5));
            assertThat(dot(question, near)).isGreaterThan(dot(question, far));
            assertThat(embedder.unrelated()).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void anotherWayOfMakingVectorsIsAnotherSpace() {
        try (Embedder mean = load(Pooling.MEAN, "", "");
                Embedder first = load(Pooling.CLS, "", "");
                Embedder prefixed = load(Pooling.MEAN, "query:", "passage:")) {
            assertThat(mean.model()).isNotEqualTo(first.model()).isNotEqualTo(prefixed.model());
            assertThat(first.embedQuestion("гавань")).isEqualTo(first.embedQuestion("кран"));
            assertThat(prefixed.embedQuestion("гавань")).isEqualTo(mean.embedQuestion("query: гавань"));
            assertThat(prefixed.embedPassage("гавань")).isEqualTo(mean.embedPassage("passage: гавань"));
        }
    }

    @Test
    void similaritiesOfOtherModelsAreBroughtToOneScale() {
        try (Embedder embedder = load(Pooling.MEAN, "", "")) {
            PassageVectors vectors = new PassageVectors(VectorCache.open(folder.resolve("vectors.db")), embedder);

            assertThat(vectors.comparable(1)).isCloseTo(1, within(1e-9));
            assertThat(vectors.comparable(embedder.unrelated())).isCloseTo(Embedder.UNRELATED, within(1e-9));
        }
        PassageVectors own = new PassageVectors(VectorCache.open(folder.resolve("vectors.db")), new CountingEmbedder());
        assertThat(own.comparable(0.7)).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void saysWhatIsNoModel() throws IOException {
        Path text = Files.writeString(folder.resolve("model.onnx"), "no model");
        EmbeddingFiles files = new EmbeddingFiles(text, copy("pieces.json", folder), Pooling.MEAN, "", "");

        assertThatThrownBy(() -> OnnxEmbedder.load(natives, files)).hasMessageContaining("model does not load");
    }

    private Embedder load(Pooling pooling, String question, String passage) {
        return OnnxEmbedder.load(
                natives,
                new EmbeddingFiles(
                        copy("vectors.onnx", folder), copy("pieces.json", folder), pooling, question, passage));
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
