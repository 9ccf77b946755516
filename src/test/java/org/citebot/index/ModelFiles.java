package org.citebot.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The tiny models of {@code models/make_models.py}, as files. */
public final class ModelFiles {

    private ModelFiles() {}

    /** Copies one of them into a folder. */
    public static Path copy(String name, Path folder) {
        try (InputStream in = Objects.requireNonNull(ModelFiles.class.getResourceAsStream("models/" + name), name)) {
            Path file = folder.resolve(name);
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
