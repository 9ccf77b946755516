package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCommandsTest {

    private static final String PIER = "When will the new pier open?";
    private static final String BRIDGE = "Why was the old bridge closed?";

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void oneDocument() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
    }

    @Test
    void anAddedFileAnswers() {
        Run added = home.run(
                "corpus", "add", home.write("mine/bridge.md", TestHome.BRIDGE).toString());
        assertThat(added).isEqualTo(new Run(0, "bridge: added" + System.lineSeparator(), ""));
        assertThat(home.run("ask", BRIDGE).exitCode()).isZero();
    }

    @Test
    void aFileAddedAgainBecomesANewVersionOnlyIfItChanged() {
        String file = home.write("mine/bridge.md", TestHome.BRIDGE).toString();
        home.run("corpus", "add", file);
        assertThat(home.run("corpus", "add", file).out()).startsWith("bridge: as it was");
        home.write("mine/bridge.md", TestHome.BRIDGE.replace("rust", "ice"));
        assertThat(home.run("corpus", "add", file).out()).startsWith("bridge: a new version");
        assertThat(home.run("ask", BRIDGE).out()).contains("because of ice").doesNotContain("rust");
    }

    @Test
    void aFolderAddedAgainIsBroughtInStep() throws IOException {
        home.write("mine/bridge.md", TestHome.BRIDGE);
        home.write("mine/deep/lamp.txt", "The lamp\n\nThe lamp was lit in 1901 by the keeper of the lighthouse.\n");
        String mine = home.path("mine").toString();
        assertThat(home.run("corpus", "add", mine).outLines()).containsExactly("bridge: added", "deep/lamp: added");
        assertThat(home.run("corpus", "add", mine).outLines()).containsExactly(mine + ": nothing has changed");
        Files.delete(home.path("mine/bridge.md"));
        assertThat(home.run("corpus", "add", mine).outLines()).containsExactly("bridge: removed, its file is gone");
        assertThat(home.run("ask", BRIDGE).exitCode()).isEqualTo(3);
        assertThat(home.run("ask", PIER).exitCode()).isZero();
    }

    @Test
    void whatCannotBeReadIsALineAndTheRestIsAdded() {
        Run run = home.run(
                "corpus",
                "add",
                home.path("absent.md").toString(),
                home.write("empty.md", "").toString(),
                home.write("photo.jpg", new byte[] {1, 0, 2}).toString(),
                home.write("bridge.md", TestHome.BRIDGE).toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines()).containsExactly("bridge: added");
        assertThat(run.errLines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("absent.md"))
                .anySatisfy(line -> assertThat(line).contains("empty.md"))
                .anySatisfy(line -> assertThat(line).contains("photo.jpg"));
        assertThat(home.run("ask", BRIDGE).exitCode()).isZero();
    }

    @Test
    void aFileOfTheFolderThatIsKeptInStepStaysTheFoldersOwn() throws IOException {
        Path file = home.write("seeds/bridge.md", TestHome.BRIDGE);
        assertThat(home.run("corpus", "add", file.toString()).out()).startsWith("bridge: added");
        assertThat(home.run("corpus", "list")).satisfies(run -> {
            assertThat(run.outLines()).hasSize(2);
            assertThat(run.err()).isEmpty();
        });
        Files.delete(file);
        assertThat(home.run("ask", BRIDGE).exitCode()).isEqualTo(3);
    }

    @Test
    void whatWasRemovedStaysSoUntilItsFileChanges() {
        assertThat(home.run("corpus", "remove", "pier"))
                .isEqualTo(new Run(0, "pier: removed" + System.lineSeparator(), ""));
        assertThat(home.run("ask", PIER).exitCode()).isEqualTo(3);
        assertThat(home.run("ask", PIER).out()).contains("no documents");
        home.write("seeds/pier.md", TestHome.PIER.replace("June", "July"));
        assertThat(home.run("ask", PIER).out()).contains("in July. [1]");
    }

    @Test
    void whatWasRemovedAnswersAgainWhenItIsAddedByName() {
        home.run("corpus", "remove", "pier");
        assertThat(home.run("corpus", "add", home.path("seeds/pier.md").toString())
                        .out())
                .startsWith("pier: answers again");
        assertThat(home.run("ask", PIER).exitCode()).isZero();
    }

    @Test
    void anUnknownDocumentIsNamed() {
        for (String command : new String[] {"show", "remove"}) {
            Run run = home.run("corpus", command, "tunnel");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines()).singleElement().asString().contains("'tunnel'", "./citebot corpus list");
            assertThat(home.run("corpus", command, " ").exitCode()).isEqualTo(2);
        }
    }

    @Test
    void theListNamesEveryDocument() throws JsonProcessingException {
        assertThat(home.run("corpus", "list").outLines())
                .singleElement()
                .asString()
                .startsWith("pier  “Harbour report”, Port Gazette, 1 Mar 2024");
        JsonNode document =
                new JsonMapper().readTree(home.run("corpus", "list", "--json").out());
        assertThat(document.get("id").textValue()).isEqualTo("pier");
        assertThat(document.get("version").intValue()).isEqualTo(1);
        assertThat(document.get("published").textValue()).isEqualTo("2024-03-01");
        assertThat(document.get("language").textValue()).isEqualTo("en");
        assertThat(document.get("added").textValue()).isEqualTo("2024-06-01T12:00:00Z");
    }

    @Test
    void theListOfNoDocumentsSaysHowToAddOne() {
        Run run = new TestHome(home.path("other")).run("corpus", "list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("./citebot corpus add FILE");
    }

    @Test
    void theStoredTextIsPrintedAsItIs() {
        String text = "The lamp\n\nThe lamp was lit in 1901 … by “the keeper” 🗼.";
        home.write("seeds/lamp.txt", text);
        assertThat(home.run("corpus", "show", "--text", "lamp")).isEqualTo(new Run(0, text, ""));
        assertThat(home.run("corpus", "show", "lamp").out()).contains("lamp, version 1", "“The lamp”, undated", text);
    }

    @Test
    void theIndexIsMadeAnewFromTheStore() throws IOException {
        home.write("seeds/bridge.md", TestHome.BRIDGE);
        home.run("ask", PIER);
        assertThat(home.run("corpus", "reindex").out()).isEqualTo("2 passages indexed" + System.lineSeparator());
        try (Stream<Path> files = Files.list(home.path("data/index"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThat(home.run("ask", PIER).exitCode()).isZero();
    }

    @Test
    void searchShowsPassagesWithTheirScores() throws JsonProcessingException {
        home.write("seeds/bridge.md", TestHome.BRIDGE);
        Run run = home.run("search", "crowns", "river", "pier", "--count", "1");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("words 1.000", "12 million crowns").doesNotContain("bridge");
        JsonNode passage =
                new JsonMapper().readTree(home.run("search", "--json", "crowns").out());
        assertThat(passage.get("document").textValue()).isEqualTo("pier");
        assertThat(passage.get("score").isNumber()).isTrue();
        assertThat(passage.get("passage").textValue()).contains("The pier cost");
    }

    @Test
    void searchThatFindsNothingSaysSo() {
        Run run = home.run("search", "zebra");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("1 document");
        assertThat(home.run("search", "--count", "0", "pier").exitCode()).isEqualTo(2);
    }
}
