package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citebot.Project;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval} on a small set that was written for it; by words alone, so that it is quick. */
class EvalCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SET = Project.root()
            .resolve("src/test/resources/org/citebot/evaluation/harbour")
            .toString();

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void aFreshHome() {
        home = new TestHome(folder);
    }

    @Test
    void oneLineTellsTheFiguresOfASet() throws IOException {
        Run run = home.run("eval", "--json", SET);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(1);
        JsonNode line = JSON.readTree(run.out());
        assertThat(line.fieldNames()).toIterable().startsWith("set", "questions", "figures", "seconds", "settings");
        assertThat(line.path("set").asText()).isEqualTo("harbour");
        assertThat(line.path("questions").asInt()).isEqualTo(4);
        assertThat(line.path("seconds").isNumber()).isTrue();
        assertThat(line.path("settings").path("retrieval.embedding").asText()).isEqualTo("false");
        JsonNode figures = line.path("figures");
        assertThat(figures.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "ndcg@10",
                        "mrr@10",
                        "recall@1",
                        "recall@5",
                        "recall@10",
                        "recall@100",
                        "full_recall@5",
                        "answer_in_top10_documents",
                        "answer_in_first_citation",
                        "answer_in_citations",
                        "answer_in_answer",
                        "wrong_stated",
                        "evidence_r_precision",
                        "abstained",
                        "abstention_auroc",
                        "abstention_precision",
                        "abstention_recall",
                        "calibration_error",
                        "balanced_accuracy",
                        "support_auroc",
                        "precision",
                        "recall",
                        "f1");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.fieldNames()).toIterable().containsExactly("value", "low", "high");
            assertThat(figure.path("value").asDouble())
                    .isBetween(
                            figure.path("low").asDouble(), figure.path("high").asDouble());
        });
        assertThat(figures.path("recall@5").path("value").asDouble()).isEqualTo(1);
        assertThat(figures.path("answer_in_answer").path("value").asDouble()).isEqualTo(1);
        assertThat(figures.path("wrong_stated").path("value").asDouble()).isZero();
        assertThat(figures.path("abstention_auroc").path("value").asDouble()).isEqualTo(1);
        assertThat(figures.path("abstained").path("value").asDouble()).isEqualTo(0.25);
        assertThat(figures.path("balanced_accuracy").path("value").asDouble()).isEqualTo(1);
        assertThat(figures.path("f1").path("value").asDouble()).isEqualTo(1);
    }

    @Test
    void aSecondRunFindsTheSameInTheSamePlace() throws IOException {
        JsonNode first = JSON.readTree(home.run("eval", "--json", SET).out());
        JsonNode second = JSON.readTree(home.run("eval", "--json", SET).out());

        assertThat(second.path("figures")).isEqualTo(first.path("figures"));
        try (Stream<Path> states = Files.list(home.path("data/evaluation"))) {
            assertThat(states).hasSize(1);
        }
        assertThat(home.run("corpus", "list").out()).doesNotContain("pier");
    }

    @Test
    void peopleGetATableWithTheBaselines() {
        Run run = home.run("eval", "--baselines", SET);

        assertThat(run.out())
                .startsWith("harbour: 4 questions, 2 claims, 1 page, ")
                .contains("  recall@5                   1.000  [1.000, 1.000]")
                .containsPattern("a question takes \\d+ ms")
                .containsPattern("mean quote \\d+ characters, from passages of \\d+")
                .containsPattern("ndcg@10 +plain bm25 +\\d\\.\\d{3} +[+-]\\d\\.\\d{3} \\[.*] p=")
                .containsPattern("ndcg@10 +words +\\d\\.\\d{3} +[+-]\\d\\.\\d{3} \\[.*] p=");
    }

    @Test
    void aReportShowsAChartThatLiesBesideIt() throws IOException {
        Run run = home.run("eval", "--report", home.path("out/harbour.md").toString(), SET);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(home.path("out/harbour.md")))
                .contains("![Figures with their intervals](harbour.svg)", "| `recall@5` | 1.000 |", "## Settings");
        assertThat(Files.readString(home.path("out/harbour.svg")))
                .startsWith("<svg xmlns=")
                .contains(">recall@5<", ">harbour<")
                .endsWith("</svg>\n");
    }

    @Test
    void detailsTellWhatCameOfEachQuestion() throws IOException {
        home.run("eval", "--details", home.path("details.jsonl").toString(), SET);

        assertThat(Files.readAllLines(home.path("details.jsonl")))
                .hasSize(4)
                .first()
                .satisfies(text -> {
                    JsonNode line = JSON.readTree(text);
                    assertThat(line.path("id").asText()).isEqualTo("q1");
                    assertThat(line.path("right").asBoolean()).isTrue();
                    assertThat(line.path("confidence").asDouble()).isBetween(0.5, 1.0);
                    assertThat(line.path("documents").get(0).asText()).isEqualTo("pier");
                    assertThat(line.path("scores").path("recall@1").asDouble()).isEqualTo(1);
                });
    }

    @Test
    void aMistakeEndsTheRunBeforeItBegins() {
        home.write("bad/corpus.jsonl", "{\"id\": \"a\", \"text\": \"b\"}\n{\"id\": \"c\"}\n");
        Run run = home.run("eval", SET, home.path("bad").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("corpus.jsonl, line 2: 'text' is missing");
        assertThat(home.path("data/evaluation")).doesNotExist();
    }

    @Test
    void aFolderWithoutASetIsWrongUsage() {
        home.write("empty/.keep", "");
        home.write("half/questions.jsonl", "{\"id\": \"a\", \"question\": \"b?\"}\n");

        assertThat(home.run("eval", home.path("empty").toString()).exitCode()).isEqualTo(2);
        assertThat(home.run("eval", home.path("absent").toString()).exitCode()).isEqualTo(2);
        assertThat(home.run("eval", home.path("half").toString()).err()).contains("corpus.jsonl is missing");
    }

    @Test
    void whatIsNotMeasuredYetIsSaid() throws IOException {
        home.write("attacks/attacks.jsonl", "{\"id\": \"a\", \"kind\": \"b\", \"text\": \"c\"}\n");
        Run run = home.run("eval", "--json", home.path("attacks").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("nothing is measured with attacks.jsonl yet");
        assertThat(JSON.readTree(run.out()).path("figures")).isEmpty();
    }
}
