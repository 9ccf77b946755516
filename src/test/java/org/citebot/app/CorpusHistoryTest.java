package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusHistoryTest {

    private static final String PIER = "When will the new pier open?";
    private static final String AT = "2024-06-01T12:00:00Z  ";

    private TestHome home;

    @BeforeEach
    void twoVersions(@TempDir Path folder) {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
        home.run("corpus", "list");
        home.write("seeds/pier.md", TestHome.PIER.replace("June", "July"));
        home.run("corpus", "list");
    }

    @Test
    void theHistoryTellsEveryChange() {
        home.run("corpus", "restore", "pier", "1");
        home.run("corpus", "remove", "pier");

        assertThat(home.run("corpus", "history", "pier")).satisfies(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.outLines())
                    .containsExactly(
                            AT + "version 1 added",
                            AT + "version 2 updated",
                            AT + "version 3 restored from version 1",
                            AT + "version 3 removed");
        });
    }

    @Test
    void aProgramReadsTheHistoryAsJson() throws JsonProcessingException {
        home.run("corpus", "restore", "pier", "1");

        List<JsonNode> changes = new ArrayList<>();
        for (String line : home.run("corpus", "history", "--json", "pier").outLines()) {
            changes.add(new JsonMapper().readTree(line));
        }

        assertThat(changes)
                .extracting(change -> change.path("kind").asText())
                .containsExactly("added", "updated", "restored");
        assertThat(changes.getLast().path("document").asText()).isEqualTo("pier");
        assertThat(changes.getLast().path("version").asInt()).isEqualTo(3);
        assertThat(changes.getLast().path("restores").asInt()).isEqualTo(1);
        assertThat(changes.getLast().path("at").asText()).isEqualTo("2024-06-01T12:00:00Z");
        assertThat(changes.getFirst().has("author")).isTrue();
        assertThat(changes.getFirst().path("restores").isNull()).isTrue();
    }

    @Test
    void anEarlierVersionAnswersAgainUntilTheFileChanges() {
        assertThat(home.run("ask", PIER).out()).contains("in July. [1]");

        assertThat(home.run("corpus", "restore", "pier", "1"))
                .isEqualTo(
                        new Run(0, "pier: version 3 answers, which is version 1 again" + System.lineSeparator(), ""));

        assertThat(home.run("ask", PIER).out()).contains("in June. [1]");
        home.write("seeds/pier.md", TestHome.PIER.replace("June", "August"));
        assertThat(home.run("ask", PIER).out()).contains("in August. [1]");
    }

    @Test
    void whatWasRemovedAnswersAgain() {
        home.run("corpus", "remove", "pier");
        assertThat(home.run("ask", PIER).exitCode()).isEqualTo(3);

        assertThat(home.run("corpus", "restore", "pier", "2").out()).startsWith("pier: answers again, with version 2");

        assertThat(home.run("ask", PIER).out()).contains("in July. [1]");
    }

    @Test
    void whatAnswersAlreadyStaysAsItIs() {
        assertThat(home.run("corpus", "restore", "pier", "2").out()).startsWith("pier: as it was");
        assertThat(home.run("corpus", "history", "pier").outLines()).hasSize(2);
    }

    @Test
    void whatIsNotThereIsNamedWithTheNextStep() {
        for (String[] arguments : new String[][] {{"history", "tunnel"}, {"restore", "tunnel", "1"}}) {
            Run run = corpus(arguments);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines()).singleElement().asString().contains("'tunnel'", "./citebot corpus list");
        }
        Run run = home.run("corpus", "restore", "pier", "7");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("no version 7", "./citebot corpus history pier");
    }

    @Test
    void whatCannotBeMeantIsWrongUsage() {
        for (String[] arguments :
                new String[][] {{"history"}, {"history", " "}, {"restore", "pier"}, {"restore", "pier", "last"}}) {
            Run run = corpus(arguments);
            assertThat(run.exitCode()).as("%s", List.of(arguments)).isEqualTo(2);
            assertThat(run.err()).contains("--help");
        }
    }

    private Run corpus(String... arguments) {
        List<String> all = new ArrayList<>(List.of("corpus"));
        all.addAll(List.of(arguments));
        return home.run(all.toArray(String[]::new));
    }
}
