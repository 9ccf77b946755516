package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citebot.Project;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the README shows print what it says they print. */
class ReadmeOutputTest {

    private static final Pattern CONSOLE = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path data;

    /** A line after a prompt, and what follows it up to the next prompt. */
    private record Shown(List<String> arguments, String output) {}

    @TestFactory
    Stream<DynamicTest> everyCommandPrintsWhatTheReadmeShows() {
        List<Shown> commands = shown(Project.read("README.md"));
        assertThat(commands).isNotEmpty();
        return commands.stream()
                .map(shown -> DynamicTest.dynamicTest(
                        String.join(" ", shown.arguments()),
                        () -> assertThat(run(shown.arguments())).isEqualTo(shown.output())));
    }

    @Test
    void aConsoleBlockIsTakenApartIntoCommandsAndTheirOutput() {
        assertThat(shown(
                        "text\n```console\n$ ./citebot ask --json \"a b\"\none\n\ntwo\n\n$ ./citebot config\nx\n```\n"))
                .containsExactly(
                        new Shown(List.of("ask", "--json", "a b"), "one\n\ntwo"), new Shown(List.of("config"), "x"));
    }

    private static List<Shown> shown(String markdown) {
        List<Shown> commands = new ArrayList<>();
        Matcher blocks = CONSOLE.matcher(markdown);
        while (blocks.find()) {
            for (String command : blocks.group(1).split("(?m)^\\$ ", -1)) {
                if (!command.isBlank()) {
                    String[] lines = command.split("\n", 2);
                    commands.add(new Shown(arguments(lines[0]), lines[1].strip()));
                }
            }
        }
        return commands;
    }

    private static List<String> arguments(String line) {
        List<String> words = ARGUMENT.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        assertThat(words.getFirst()).isEqualTo("./citebot");
        return words.subList(1, words.size());
    }

    private static String run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Environment environment = new Environment(
                Project.root(),
                Map.of("CITEBOT_DATA", data.toString()),
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                false,
                CLOCK);
        CitebotCommand.execute(environment, arguments.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
