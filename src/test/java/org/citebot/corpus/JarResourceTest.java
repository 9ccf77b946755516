package org.citebot.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarResourceTest {

    private static final String NAME = "bge-small-en-v1.5-q-tokenizer.json";
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir
    Path directory;

    private Path file;
    private JarResource resource;

    @BeforeEach
    void find() throws IOException {
        file = directory.resolve("made").resolve("on demand");
        resource = JarResource.find(NAME);
    }

    @Test
    void unpacksTheWholeFileAndNothingElse() throws IOException {
        resource.unpackTo(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(resource.open().readAllBytes());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesAnIntactFileAlone() throws IOException {
        resource.unpackTo(file);
        Files.setLastModifiedTime(file, LONG_AGO);
        resource.unpackTo(file);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void replacesAShortenedFile() throws IOException {
        resource.unpackTo(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        assertThat(Files.readAllBytes(resource.unpackTo(file))).isEqualTo(whole);
    }

    @Test
    void replacesAFileWithOneWrongByte() throws IOException {
        resource.unpackTo(file);
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);

        assertThat(Files.readAllBytes(resource.unpackTo(file))).isEqualTo(whole);
    }

    @Test
    void unpacksOnceForManyAtATime() throws Exception {
        List<Callable<Path>> tasks = Collections.nCopies(8, () -> resource.unpackTo(file));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Path> unpacked : threads.invokeAll(tasks)) {
                assertThat(unpacked.get()).isEqualTo(file).hasSize(resource.size());
            }
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesANameThatNoJarHolds() {
        assertThatThrownBy(() -> JarResource.find("no-such-model.onnx"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("no-such-model.onnx");
    }
}
