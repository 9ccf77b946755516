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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@code --json}: what programs rely on. */
class AskJsonTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> KEYS = List.of(
            "question",
            "answer",
            "abstained",
            "confidence",
            "kind",
            "citations",
            "statements",
            "reason",
            "searched",
            "model",
            "error",
            "timings");
    private static final List<String> CITATION_KEYS = List.of(
            "number", "document", "version", "title", "source", "published", "url", "quote", "start", "end", "passage");

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void twoDocuments() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
        home.write(
                "seeds/notes/lamp.txt", "The lamp\n\nThe lamp of the lighthouse 🗼 was lit in 1901 by the keeper.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"When will the new pier open?", "Who won the 2022 World Cup?", "", "Калі адкрыюць прычал?"})
    void anAnswerIsOneObjectOnOneLineWithEveryKey(String question) throws JsonProcessingException {
        JsonNode answer = answer(home.run("ask", "--json", question));
        assertThat(keys(answer)).containsExactlyElementsOf(KEYS);
        assertThat(keys(answer.get("searched"))).containsExactly("documents", "from", "to");
        assertThat(keys(answer.get("timings"))).containsExactly("retrieve_ms", "compose_ms");
        assertThat(answer.get("question").textValue()).isEqualTo(question);
        assertThat(answer.get("answer").textValue()).isNotBlank();
        assertThat(answer.get("abstained").isBoolean()).isTrue();
        assertThat(answer.get("confidence").doubleValue()).isBetween(0.0, 1.0);
        assertThat(answer.get("kind").textValue()).isEqualTo("extractive");
        assertThat(answer.get("citations").isArray()).isTrue();
        assertThat(answer.get("statements").isArray()).isTrue();
        assertThat(answer.get("searched").get("documents").isInt()).isTrue();
        assertThat(answer.get("model").isNull()).isTrue();
        assertThat(answer.get("error").isNull()).isTrue();
        assertThat(answer.get("timings").get("retrieve_ms").isNumber()).isTrue();
        assertThat(answer.get("timings").get("compose_ms").isNumber()).isTrue();
    }

    @Test
    void aCitedAnswerHasAMarkerForEachCitation() throws JsonProcessingException {
        JsonNode answer = answer(home.run("ask", "--json", "When will the new pier open?"));
        assertThat(answer.get("abstained").booleanValue()).isFalse();
        assertThat(answer.get("citations")).isNotEmpty().allSatisfy(citation -> {
            assertThat(keys(citation)).containsExactlyElementsOf(CITATION_KEYS);
            assertThat(answer.get("answer").textValue())
                    .contains("[" + citation.get("number").intValue() + "]");
        });
        JsonNode first = answer.get("citations").get(0);
        assertThat(first.get("number").intValue()).isEqualTo(1);
        assertThat(first.get("document").textValue()).isEqualTo("pier");
        assertThat(first.get("version").intValue()).isEqualTo(1);
        assertThat(first.get("title").textValue()).isEqualTo("Harbour report");
        assertThat(first.get("source").textValue()).isEqualTo("Port Gazette");
        assertThat(first.get("published").textValue()).isEqualTo("2024-03-01");
        assertThat(first.get("url").textValue()).isEqualTo("https://example.org/pier");
    }

    @Test
    void anAbstentionCitesNothingAndSaysWhy() throws JsonProcessingException {
        JsonNode answer = answer(home.run("ask", "--json", "Who won the 2022 World Cup?"));
        assertThat(answer.get("abstained").booleanValue()).isTrue();
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("reason").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"When will the new pier open?", "When was the lamp of the lighthouse lit?"})
    void aQuoteIsTheStoredTextAtItsOffsets(String question) throws JsonProcessingException {
        JsonNode answer = answer(home.run("ask", "--json", question));
        assertThat(answer.get("citations")).isNotEmpty().allSatisfy(citation -> {
            Run shown = home.run(
                    "corpus", "show", "--text", citation.get("document").textValue());
            assertThat(shown.exitCode()).isZero();
            String quote = citation.get("quote").textValue();
            assertThat(shown.out()
                            .substring(
                                    citation.get("start").intValue(),
                                    citation.get("end").intValue()))
                    .isEqualTo(quote);
            assertThat(citation.get("passage").textValue()).contains(quote);
            assertThat(shown.out()).contains(citation.get("passage").textValue());
        });
    }

    @Test
    void whatIsMissingIsNull() throws JsonProcessingException {
        JsonNode citation = answer(home.run("ask", "--json", "When was the lamp of the lighthouse lit?"))
                .get("citations")
                .get(0);
        assertThat(citation.get("document").textValue()).isEqualTo("notes/lamp");
        assertThat(citation.get("title").textValue()).isEqualTo("The lamp");
        assertThat(citation.get("source").isNull()).isTrue();
        assertThat(citation.get("published").isNull()).isTrue();
        assertThat(citation.get("url").isNull()).isTrue();
    }

    @Test
    void remarksGoToStandardError() throws JsonProcessingException {
        home.write("seeds/photo.jpg", "no text");
        Run run = home.run("ask", "--json", "When will the new pier open?");
        answer(run);
        assertThat(run.errLines()).singleElement().asString().contains("photo.jpg");
    }

    private static JsonNode answer(Run run) throws JsonProcessingException {
        assertThat(run.out()).endsWith(System.lineSeparator());
        assertThat(run.outLines()).hasSize(1);
        return JSON.readTree(run.out());
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
