package org.citebot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what tests of faults measured: with {@code -Pfaults} into the report that is part of the project, else into
 * nothing. A line of a requirement takes the place of the one before.
 */
public final class FaultReport {

    /** Counts are multiplied by this: 1 in a build, more with {@code -Pfaults}. */
    public static final boolean FULL = Boolean.getBoolean("citebot.faults");

    private static final String HEAD = """
            # What holds under faults

            Written by `mvn verify -Pfaults`; every line is a test that passed. Times are those of the machine that ran it.

            | requirement | done | result |
            | --- | --- | --- |
            """;

    private FaultReport() {}

    /** So many rounds in a build, so many with {@code -Pfaults}. */
    public static int rounds(int quick, int full) {
        return FULL ? full : quick;
    }

    /** Notes the result of a test that is about to end well. */
    public static synchronized void note(String requirement, String done, String result) {
        System.out.println(requirement + ": " + done + ": " + result);
        if (!FULL) {
            return;
        }
        Path file = Project.root().resolve("src/test/resources/faults-report.md");
        try {
            Map<String, String> lines = new TreeMap<>();
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("| R"))
                        .forEach(line -> lines.put(key(line), line));
            }
            String line = "| " + requirement + " | " + done + " | " + result + " |";
            lines.put(key(line), line);
            Files.writeString(file, HEAD + String.join("\n", lines.values()) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requirements are sorted by their number. */
    private static String key(String line) {
        String requirement = line.split("\\|", -1)[1].strip();
        return Arrays.stream(requirement.split("[^0-9]+", -1))
                        .filter(number -> !number.isEmpty())
                        .map(number -> "%03d".formatted(Integer.valueOf(number)))
                        .reduce("", String::concat)
                + requirement;
    }
}
