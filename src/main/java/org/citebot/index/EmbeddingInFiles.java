package org.citebot.index;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.citebot.language.Language;

/** A model that the settings name. Which languages it knows nobody can tell from its files: it is taken to know all. */
record EmbeddingInFiles(EmbeddingFiles files) implements EmbeddingSource {

    @Override
    public String name() throws IOException {
        return "%s/%08x/%08x/%s/%s/%s"
                .formatted(
                        files.model().getFileName(),
                        checksum(files.model()),
                        checksum(files.tokenizer()),
                        files.pooling().word(),
                        files.questionPrefix(),
                        files.passagePrefix());
    }

    private static long checksum(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (InputStream in = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    @Override
    public Tokenizer tokenizer() {
        return TokenizerFile.read(files.tokenizer());
    }

    @Override
    public Path model(Path directory) {
        return files.model();
    }

    @Override
    public Pooling pooling() {
        return files.pooling();
    }

    @Override
    public int dimensions() {
        return 0;
    }

    @Override
    public boolean knows(Language language) {
        return true;
    }

    @Override
    public double unrelated() {
        return 0;
    }

    @Override
    public boolean tellsWords() {
        return false;
    }

    @Override
    public String question(String text) {
        return prefixed(files.questionPrefix(), text);
    }

    @Override
    public String passage(String text) {
        return prefixed(files.passagePrefix(), text);
    }

    private static String prefixed(String prefix, String text) {
        return prefix.isEmpty() ? text : prefix + " " + text;
    }
}
