package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskExplainTest {

    private static final String PIER = "When will the new pier open?";

    private TestHome home;

    @BeforeEach
    void twoDocuments(@TempDir Path folder) {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
        home.write("seeds/bridge.md", TestHome.BRIDGE);
    }

    @Test
    void theWayToTheAnswerStandsBeforeTheAnswer() {
        Run plain = home.run("ask", PIER);
        Run explained = home.run("ask", "--explain", PIER);

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.err()).isEmpty();
        assertThat(explained.out())
                .containsSubsequence(
                        "Question",
                        "language      en",
                        "asks for      when",
                        "pier",
                        "Passages",
                        "pier@1#0",
                        "Sentences",
                        "“will open” in June",
                        "Outcome",
                        "confidence ",
                        "extractive")
                .endsWith(plain.out())
                .doesNotContain("Model");
    }

    @Test
    void whatIsMissingIsToldWhereNothingAnswers() {
        Run run = home.run("ask", "--explain", "What did Zofia Kowalska say about the pier?");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NO_EVIDENCE.number());
        assertThat(run.out()).contains("kowalska", "no evidence: ");
    }

    @Test
    void anEmptyQuestionHasNothingToExplainButItsOutcome() {
        assertThat(home.run("ask", "--explain", " ").out())
                .contains("Outcome", "no evidence: no question")
                .doesNotContain("language");
    }

    @Test
    void withJsonTheExplanationIsKeptOutOfStandardOutput() throws JsonProcessingException {
        Run run = home.runWith(
                (PIER + "\n" + PIER + "\n").getBytes(StandardCharsets.UTF_8), "ask", "--json", "--explain", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).hasSize(2);
        for (String line : run.outLines()) {
            assertThat(new JsonMapper().readTree(line).path("kind").asText()).isEqualTo("extractive");
        }
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("Outcome"))
                .hasSize(2);
    }
}
