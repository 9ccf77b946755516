package org.citebot.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citebot.Project;

/** A folder of its own in which commands run as in a fresh project: with no documents yet, and by words alone. */
final class TestHome {

    /** The day of every command, but for {@code --as-of}. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);

    static final String PIER = """
            ---
            title: Harbour report
            source: Port Gazette
            published: 2024-03-01
            url: https://example.org/pier
            ---
            Ada Quill, the harbour master, said on Friday that the new pier “will open” in June.

            The pier cost 12 million crowns. It has room for forty ships.
            """;

    static final String BRIDGE = """
            ---
            title: Bridge report
            source: Port Gazette
            published: 2024-05-02
            ---
            The old bridge over the river Wend was closed on Tuesday because of rust.
            """;

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>(Map.of("CITEBOT_RETRIEVAL_EMBEDDING", "false"));

    TestHome(Path folder) {
        this.folder = folder;
        write("seeds/.keep", "");
    }

    /** What a command left behind. */
    record Run(int exitCode, String out, String err) {

        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    /** Brings the project's own prompts, for a command that has answers written. */
    TestHome withPrompts() {
        try (Stream<Path> prompts = Files.list(Project.root().resolve("prompts"))) {
            for (Path prompt : prompts.toList()) {
                write("prompts/" + prompt.getFileName(), Files.readString(prompt));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a variable of the environment. */
    TestHome with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Path path(String relative) {
        return folder.resolve(relative);
    }

    Path write(String relative, String text) {
        return write(relative, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String relative, byte[] content) {
        try {
            Path file = folder.resolve(relative);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Environment environment() {
        return environment(InputStream.nullInputStream(), OutputStream.nullOutputStream(), new ByteArrayOutputStream());
    }

    Environment environment(InputStream in, OutputStream out, OutputStream err) {
        return new Environment(folder, variables, in, stream(out), stream(err), false, CLOCK);
    }

    Run run(String... arguments) {
        return runWith(new byte[0], arguments);
    }

    Run runWith(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CitebotCommand.execute(environment(new ByteArrayInputStream(input), out, err), arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }
}
