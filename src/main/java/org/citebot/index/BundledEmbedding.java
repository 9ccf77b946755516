package org.citebot.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.citebot.corpus.JarResource;
import org.citebot.language.Language;

/** bge-small-en-v1.5 (int8), which comes with the program and knows English. */
final class BundledEmbedding implements EmbeddingSource {

    private static final String NAME = "bge-small-en-v1.5-q";
    private static final int DIMENSIONS = 384;

    @Override
    public String name() throws IOException {
        return "%s/%08x/%08x/%s"
                .formatted(
                        NAME,
                        modelFile().checksum(),
                        tokenizerFile().checksum(),
                        pooling().word());
    }

    @Override
    public Tokenizer tokenizer() throws IOException {
        try (InputStream json = tokenizerFile().open()) {
            return WordPieceTokenizer.read(json).withMarks();
        }
    }

    @Override
    public Path model(Path directory) throws IOException {
        JarResource file = modelFile();
        return file.unpackTo(directory.resolve("%s-%08x.onnx".formatted(NAME, file.checksum())));
    }

    private static JarResource modelFile() throws IOException {
        return JarResource.find(NAME + ".onnx");
    }

    private static JarResource tokenizerFile() throws IOException {
        return JarResource.find(NAME + "-tokenizer.json");
    }

    @Override
    public Pooling pooling() {
        return Pooling.CLS;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean knows(Language language) {
        return language == Language.ENGLISH;
    }

    @Override
    public double unrelated() {
        return Embedder.UNRELATED;
    }

    @Override
    public boolean tellsWords() {
        return true;
    }

    /** Without the instruction that this model's makers call optional: with it, the right passage is found less often. */
    @Override
    public String question(String text) {
        return text;
    }

    @Override
    public String passage(String text) {
        return text;
    }
}
