package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.citebot.answering.fake.Behaviour;
import org.citebot.answering.fake.FakeModelServer;
import org.citebot.answering.fake.Writer;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with a model that the settings name: from the question to a checked answer, over real HTTP. */
class GeneratedAnswerTest {

    private static final String QUESTION = "When will the new pier open?";
    private static final String KEY = "canary-key-0123456789";

    private FakeModelServer server;
    private TestHome home;

    @BeforeEach
    void configure(@TempDir Path folder) throws IOException {
        server = new FakeModelServer();
        home = new TestHome(folder)
                .with("CITEBOT_MODEL_PROVIDER", "openai")
                .with("CITEBOT_MODEL_NAME", "small-model")
                .with("CITEBOT_MODEL_URL", server.url().toString())
                .with("CITEBOT_MODEL_KEY", KEY)
                .with("CITEBOT_MODEL_DEADLINE", "10s");
        home.write("seeds/pier.md", TestHome.PIER);
        home.withPrompts();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode ask() throws JsonProcessingException {
        Run run = home.run("ask", "--json", QUESTION);
        assertThat(run.err()).doesNotContain(KEY);
        return new JsonMapper().readTree(run.out());
    }

    @Test
    void aModelWritesAndEverySentenceIsProved() throws JsonProcessingException {
        server.always(
                Behaviour.says(
                        "Ada Quill said that the new pier “will open” in June [1]. She was born in 1950 [1]. It is a fine pier."));

        JsonNode answer = ask();

        assertThat(answer.path("kind").asText()).isEqualTo("generated");
        assertThat(answer.path("model").asText()).isEqualTo("small-model");
        assertThat(answer.path("answer").asText())
                .isEqualTo("Ada Quill said that the new pier “will open” in June. [1]");
        assertThat(answer.path("citations").get(0).path("quote").asText()).contains("“will open” in June");
        assertThat(server.prompts().getFirst().user()).contains(QUESTION, "Port Gazette");
    }

    @Test
    void aModelThatCopiesItsPassagesIsBelieved() throws JsonProcessingException {
        server.always(new Behaviour.Writes(Writer.quoting()));

        assertThat(ask().path("kind").asText()).isEqualTo("generated");
    }

    @Test
    void quotationsStandInWhereTheModelFailsOrLies() throws JsonProcessingException {
        for (Behaviour behaviour : new Behaviour[] {
            Behaviour.broken(),
            Behaviour.wrongJson(),
            Behaviour.says("The pier will never open [1]. Ada Quill left [2].")
        }) {
            server.always(behaviour);
            JsonNode answer = ask();
            assertThat(answer.path("kind").asText()).as("%s", behaviour).isEqualTo("extractive");
            assertThat(answer.path("reason").asText()).as("%s", behaviour).isNotBlank();
            assertThat(answer.path("citations")).as("%s", behaviour).isNotEmpty();
        }
    }

    @Test
    void whatTheModelDoesNotFindIsNotAnswered() {
        server.always(Behaviour.says("NOT_IN_SOURCES"));

        Run run = home.run("ask", QUESTION);

        assertThat(run.exitCode()).isEqualTo(ExitCode.NO_EVIDENCE.number());
    }

    @Test
    void theWayToTheAnswerIsExplained() {
        server.always(
                Behaviour.says("Ada Quill said that the new pier “will open” in June [1]. It cost 40 crowns [1]."));

        Run run = home.run("ask", "--explain", QUESTION);

        assertThat(run.out())
                .contains("answer", "It cost 40 crowns", "small-model")
                .doesNotContain(KEY);
    }

    @Test
    void aBadPromptIsNamedInALine() {
        home.write("prompts/answer.md", "# System\n\n{{nonsense}}\n\n# User\n\n{{question}}\n");

        Run run = home.run("ask", QUESTION);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.errLines()).singleElement().asString().contains("prompts/answer.md", "nonsense");
    }
}
