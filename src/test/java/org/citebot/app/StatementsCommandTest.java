package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsCommandTest {

    private static final String OTHER = """
            ---
            title: Fog report
            source: Port Gazette
            published: 2024-05-02
            ---
            Quill warned that fog would close the port. The Port Board said that the harbour master had resigned.
            """;

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void twoDocuments() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
        home.write("seeds/fog.md", OTHER);
    }

    private static JsonNode json(String line) throws JsonProcessingException {
        return new JsonMapper().readTree(line);
    }

    @Test
    void allStatementsAreListedTheNewestFirst() throws JsonProcessingException {
        Run run = home.run("statements", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(3);
        JsonNode last = json(run.outLines().getLast());
        assertThat(last.get("speaker").textValue()).isEqualTo("Ada Quill");
        assertThat(last.get("words").textValue()).isEqualTo("the new pier “will open” in June");
        assertThat(last.get("kind").textValue()).isEqualTo("mixed");
        assertThat(last.get("act").textValue()).isEqualTo("say");
        assertThat(last.get("said").textValue()).isEqualTo("2024-03-01");
        assertThat(last.get("chain").get(0).textValue()).isEqualTo("Port Gazette");
        assertThat(json(run.outLines().getFirst()).get("document").textValue()).isEqualTo("fog");
    }

    @Test
    void theyAreChosenBySpeakerTopicDayAndAct() {
        assertThat(home.run("statements", "--speaker", "Ada Quill").out()).contains("the new pier");
        assertThat(home.run("statements", "--about", "fog in the port").out())
                .contains("fog would close")
                .doesNotContain("pier");
        assertThat(home.run("statements", "--since", "2024-05-01").outLines()).hasSize(2);
        assertThat(home.run("statements", "--act", "warn").outLines()).hasSize(1);
        assertThat(home.run("statements", "--limit", "1").outLines()).hasSize(1);
    }

    @Test
    void whereThereIsNoneALineSaysSo() {
        assertThat(home.run("statements", "--speaker", "Nobody").exitCode()).isEqualTo(3);
        assertThat(home.run("statements", "--speaker", "Nobody").err()).contains("quote nobody called “Nobody”");
        assertThat(home.run("statements", "--about", "the moon").exitCode()).isEqualTo(3);
        assertThat(home.run("statements", "--limit", "0").exitCode()).isEqualTo(2);
        assertThat(home.run("statements", "--act", "sing").exitCode()).isEqualTo(2);
        assertThat(home.run("statements", "--since", "May").err()).contains("'May' is no day");
    }

    @Test
    void anAnswerHasItsStatementsBesideItsCitations() throws JsonProcessingException {
        JsonNode answer =
                json(home.run("ask", "--json", "what did Ada Quill say?").out());
        assertThat(answer.get("kind").textValue()).isEqualTo("statements");
        assertThat(answer.get("abstained").booleanValue()).isFalse();
        JsonNode statement = answer.get("statements").get(0);
        assertThat(statement.propertyStream().map(property -> property.getKey()))
                .containsExactly("speaker", "words", "kind", "act", "said", "chain", "citation");
        assertThat(statement.get("speaker").textValue()).isEqualTo("Ada Quill");
        JsonNode citation =
                answer.get("citations").get(statement.get("citation").intValue() - 1);
        assertThat(citation.get("quote").textValue())
                .contains(statement.get("words").textValue());
    }

    @Test
    void speakersAreListedShownMergedAndSplitAndItIsRemembered() {
        assertThat(home.run("corpus", "speakers").outLines())
                .anyMatch(line -> line.startsWith("Ada Quill"))
                .anyMatch(line -> line.startsWith("Port Board"));
        assertThat(home.run("corpus", "speakers", "list", "--json").out()).contains("\"name\":\"Ada Quill\"");
        assertThat(home.run("corpus", "speakers", "show", "Quill").out())
                .contains("Ada Quill", "also Quill (inferred)");
        assertThat(home.run("ask", "what did Quill say?").out()).contains("“Quill”");
        assertThat(home.run("corpus", "speakers", "show", "Nobody").exitCode()).isEqualTo(3);

        assertThat(home.run("corpus", "speakers", "alias", "Ada Quill", "Skipper")
                        .exitCode())
                .isZero();
        assertThat(home.run("statements", "--speaker", "Skipper").out()).contains("the new pier");
        assertThat(home.run("corpus", "speakers", "merge", "Ada Quill", "Quill").out())
                .contains("Quill is Ada Quill from now on");
        assertThat(home.run("statements", "--speaker", "Ada Quill").outLines()).hasSize(2);
        assertThat(home.run("corpus", "speakers", "merge", "Ada Quill", "Quill").exitCode())
                .isEqualTo(1);
        assertThat(home.run("corpus", "speakers", "split", "Quill").exitCode()).isZero();
        assertThat(home.run("corpus", "speakers", "split", "Ada Quill").err()).contains("stands by itself already");
        assertThat(home.run("corpus", "audit").out())
                .contains("speaker:Skipper")
                .contains("speaker:Quill");
    }
}
