package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is one line with the culprit and the next step, and the right exit code. */
class BadInputTest {

    private static final String PIER = "When will the new pier open?";

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void oneDocument() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "ask",
                "ask --fly x",
                "corpus",
                "corpus fly",
                "corpus add",
                "corpus show",
                "search",
                "run now",
                "config x"
            })
    void wrongUsageIsALineThatNamesTheHelp(String arguments) {
        Run run = home.run(arguments.split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().matches(".*; see: \\./citebot( [a-z]+)* --help");
    }

    @Test
    void everyMistakeInTheSettingsIsALineWithFileAndKey() {
        Path file = home.write("config/citebot.yaml", "telegram:\n  workers: many\ncolour: red\n");
        for (String command : List.of("ask x", "config", "corpus list", "run")) {
            Run run = home.run(command.split(" ", -1));
            assertThat(run.exitCode()).as(command).isEqualTo(2);
            assertThat(run.errLines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).startsWith(file + ":2").contains("telegram.workers", "'many'"))
                    .anySatisfy(line -> assertThat(line).startsWith(file + ":3").contains("'colour'"));
        }
        Run doctor = home.run("doctor");
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.outLines())
                .filteredOn(line -> line.startsWith("NO  Settings: "))
                .hasSize(2);
    }

    @Test
    void aFolderOfDocumentsThatIsMissingIsNamedWithItsSetting() {
        Run run = home.with("CITEBOT_CORPUS_FOLDER", "absent").run("ask", PIER);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("absent", "corpus.folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask x", "corpus list", "corpus add x.md", "search x", "run"})
    void aDataFolderThatIsAFileIsNamedWithItsSetting(String command) {
        home.write("state", "x");
        Run run = home.with("CITEBOT_DATA", "state")
                .with("CITEBOT_TELEGRAM_API_URL", "http://127.0.0.1:1")
                .with("CITEBOT_TELEGRAM_TOKEN", "1:a")
                .run(command.split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith(home.path("state") + " ")
                .contains("CITEBOT_DATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus.db", "vectors.db"})
    void aFileOfTheStoreThatIsNoneIsNamedWithTheNextStep(String file) throws IOException {
        byte[] garbage = "no database at all ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Path damaged = home.write("data/" + file, garbage);
        Run run = home.run("ask", "--json", PIER);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().startsWith(damaged + " cannot be opened (");
        assertThat(Files.readAllBytes(damaged)).as("left as it was").isEqualTo(garbage);
        assertThat(home.run("doctor").outLines())
                .anySatisfy(line -> assertThat(line).startsWith("NO  ").contains(damaged.toString()));
    }

    @Test
    void damageInTheMiddleOfTheStoreIsALineToo() throws IOException {
        home.run("ask", PIER);
        try (RandomAccessFile store =
                new RandomAccessFile(home.path("data/corpus.db").toFile(), "rw")) {
            for (long at = 4096; at < store.length(); at++) {
                store.seek(at);
                store.write(0x5A);
            }
        }
        Run run = home.run("ask", PIER);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("malformed", "backup")
                .doesNotContain("SELECT");
    }
}
