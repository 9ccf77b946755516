package org.citebot;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Material that the project neither holds nor needs, but that tests use where it is there: the first users' article,
 * evaluation sets, the machine-readable Bot API. It lies in the folder that the environment names as
 * {@code CITEBOT_SHARED}, else in {@code ../shared} beside the project.
 */
public final class SharedMaterial {

    private static final String VARIABLE = "CITEBOT_SHARED";

    private SharedMaterial() {}

    /**
     * A file or folder of the material; where it is absent the test is skipped, and {@link SkippedTests} prints why at the end of the run.
     *
     * @param path relative to the material, e.g. {@code seeds}
     */
    public static Path require(String path) {
        return require(folder(System.getenv(VARIABLE), Project.root()), path);
    }

    /** One key of every line of a file of the material that has a JSON object a line. */
    public static List<String> values(String file, String key) {
        ObjectMapper json = new ObjectMapper();
        List<String> values = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(require(file))) {
                values.add(json.readTree(line).path(key).asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    static Path require(Path folder, String path) {
        Path material = folder.resolve(path);
        assumeTrue(
                Files.isReadable(material),
                () -> "shared material '" + path + "' is not in " + folder + " (" + VARIABLE + " names the folder)");
        return material;
    }

    static Path folder(@Nullable String named, Path project) {
        return named == null || named.isBlank() ? project.resolve("../shared").normalize() : Path.of(named);
    }
}
