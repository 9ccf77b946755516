package org.citebot.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The material beside the project that some tests measure with; where it is absent they are skipped. */
public final class SharedMaterial {

    private SharedMaterial() {}

    /** A file or folder of the material; skips the running test if it is not there. */
    public static Path path(String name) {
        String folder = System.getenv().getOrDefault("CITEBOT_SHARED", "../shared");
        Path path = Path.of(folder, name);
        if (!Files.exists(path)) {
            System.out.println("Skipped: " + path + " is absent");
        }
        Assumptions.assumeTrue(Files.exists(path), path + " is absent");
        return path;
    }

    /** One key of every line of a file with a JSON object a line. */
    public static List<String> values(String file, String key) {
        ObjectMapper json = new ObjectMapper();
        List<String> values = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path(file))) {
                values.add(json.readTree(line).path(key).asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
