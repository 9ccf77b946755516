package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --corpus DIR}: a folder by itself, which is only read. */
class OwnFolderTest {

    private static final String PIER = "When will the new pier open?";
    private static final String BRIDGE = "Why was the old bridge closed?";

    @TempDir
    private Path folder;

    private TestHome home;
    private String mine = "";

    @BeforeEach
    void aFolderBesideTheSeeds() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
        home.write("mine/bridge.md", TestHome.BRIDGE);
        mine = home.path("mine").toString();
    }

    @Test
    void itsDocumentsAnswerAlone() {
        assertThat(home.run("ask", "--corpus", mine, BRIDGE).exitCode()).isZero();
        assertThat(home.run("ask", "--corpus", mine, PIER).exitCode()).isEqualTo(3);
        assertThat(home.run("ask", BRIDGE).exitCode()).isEqualTo(3);
        assertThat(home.run("search", "--corpus", mine, "pier").exitCode()).isEqualTo(3);
        assertThat(home.run("corpus", "list", "--corpus", mine).out()).startsWith("bridge  ");
        assertThat(home.run("corpus", "show", "--corpus", mine, "bridge").out()).contains("rust");
        assertThat(home.run("corpus", "reindex", "--corpus", mine).out()).startsWith("1 passage indexed");
    }

    @Test
    void itIsNeverWrittenTo() throws IOException {
        List<String> before = listing(home.path("mine"));
        assertThat(home.path("mine").toFile().setWritable(false)).isTrue();
        assertThat(home.run("ask", "--corpus", mine, BRIDGE).exitCode()).isZero();
        assertThat(home.path("mine").toFile().setWritable(true)).isTrue();
        assertThat(listing(home.path("mine"))).isEqualTo(before);
    }

    @Test
    void aLinkToItSharesItsState() throws IOException {
        Path link = Files.createSymbolicLink(home.path("link"), home.path("mine"));
        home.run("ask", "--corpus", mine, BRIDGE);
        assertThat(home.run("ask", "--corpus", link.toString(), BRIDGE).exitCode())
                .isZero();
        home.run("ask", "--corpus", mine + "/../mine/", BRIDGE);
        assertThat(home.path("data/corpora")).isDirectoryContaining(state -> true);
        try (Stream<Path> states = Files.list(home.path("data/corpora"))) {
            assertThat(states).hasSize(1);
        }
    }

    @Test
    void aFolderThatIsNoneIsWrongUsage() {
        for (String none : List.of(
                home.path("absent").toString(), home.path("mine/bridge.md").toString())) {
            Run run = home.run("ask", "--corpus", none, PIER);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines()).singleElement().asString().startsWith(none + " is no folder");
        }
    }

    @Test
    void anEmptyFolderIsNamed() throws IOException {
        Path empty = Files.createDirectory(home.path("empty"));
        Run run = home.run("ask", "--corpus", empty.toString(), PIER);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains(empty.toRealPath().toString(), ".md");
    }

    @Test
    void everyFileLeftOutIsALineAndTheRestAnswers() throws IOException {
        home.write("mine/empty.md", "");
        home.write("mine/blank.txt", " \n\n ");
        home.write("mine/binary.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 2, 3});
        home.write("mine/broken.md", "---\ntitle: [unclosed\n---\nText of a document.\n");
        home.write("mine/photo.jpg", "x");
        home.write("mine/.hidden", "x");
        Files.createSymbolicLink(home.path("mine/dangling.md"), home.path("absent.md"));
        List<String> leftOut = List.of("empty.md", "blank.txt", "binary.txt", "broken.md", "photo.jpg");
        for (int time = 1; time <= 2; time++) {
            Run run = home.run("ask", "--corpus", mine, BRIDGE);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.errLines()).as("time " + time).hasSameSizeAs(leftOut);
            assertThat(leftOut)
                    .allSatisfy(name -> assertThat(run.errLines())
                            .filteredOn(line -> line.contains(name))
                            .hasSize(1));
        }
    }

    private static List<String> listing(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file + " " + file.toFile().lastModified() + " "
                            + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }
}
