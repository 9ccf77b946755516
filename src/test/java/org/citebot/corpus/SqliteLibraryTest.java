package org.citebot.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, because a process loads the library once. */
class SqliteLibraryTest {

    @TempDir
    Path directory;

    @Test
    void isLoadedFromTheGivenDirectoryAndLeavesNothingInTheTemporaryFolder() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path own = directory.resolve("native");

        assertThat(open(temporary, own))
                .startsWith("below " + own.toAbsolutePath())
                .endsWith("temporary []");
        try (Stream<Path> unpacked = Files.walk(own).filter(Files::isRegularFile)) {
            assertThat(unpacked).hasSize(1);
        }
    }

    @Test
    void isLoadedInItsOwnWayWhereItCannotBeUnpacked() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path file = Files.writeString(directory.resolve("file"), "no folder");

        assertThat(open(temporary, file)).startsWith("below null").contains("sqlite");
    }

    private static String open(Path temporary, Path own) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        temporary.toString(),
                        own.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return output.strip();
    }

    /** Opens a database and tells where the library came from. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            SqliteLibrary.unpackBelow(Path.of(arguments[1]));
            try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Stream<Path> temporary = Files.list(Path.of(arguments[0]))) {
                List<String> names =
                        temporary.map(file -> file.getFileName().toString()).toList();
                System.out.println("below " + System.getProperty("org.sqlite.lib.path") + " valid "
                        + database.isValid(1) + " temporary " + names);
            }
        }
    }
}
