package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citebot.Project;
import org.citebot.SharedMaterial;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first users ask, with the real model: of the digest that ships with Citebot, and of the article itself. */
class SeedsAnswersTest {

    /**
     * A question and what its quotes must hold together.
     *
     * @param words none for a question that the corpus does not answer
     */
    private record Expected(String question, List<String> words) {}

    private static final List<Expected> EXPECTED = List.of(
            new Expected("what did ISW say?", List.of("Institute for the Study of War", "Lukashenko", "Union State")),
            new Expected("What did Liubakova tell Newsweek?", List.of("Liubakova")),
            new Expected("Who warned about Belarus entering the war?", List.of("Bohdan Krotevych")),
            new Expected("How many more troops could Kyiv face?", List.of("100,000")),
            new Expected("What did the decree create?", List.of("joint", "media")),
            new Expected("What did the IMF say about Belarus?", List.of()),
            new Expected("Who won the 2022 World Cup?", List.of()));

    /** What a page shows around an article. */
    private static final List<String> FURNITURE =
            List.of("Read more", "Getty", "Subscribe", "newsletter", "cookie", "Sign up", "Share", "0 / 24");

    @TempDir
    private Path folder;

    @Test
    void theDigestAnswers() throws JsonProcessingException {
        answersAsExpected(Project.root().resolve("seeds"), "russia-and-belarus-move-closer");
    }

    @Test
    void theArticleItselfAnswers() throws JsonProcessingException {
        answersAsExpected(SharedMaterial.require("seeds"), "000_5e53a16bd0732359");
    }

    private void answersAsExpected(Path documents, String document) throws JsonProcessingException {
        TestHome home = new TestHome(folder).with("CITEBOT_RETRIEVAL_EMBEDDING", "true");
        String questions =
                String.join("\n", EXPECTED.stream().map(Expected::question).toList());
        Run run = home.runWith(
                questions.getBytes(StandardCharsets.UTF_8), "ask", "--json", "--corpus", documents.toString(), "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSameSizeAs(EXPECTED);
        String text = home.run("corpus", "show", "--text", "--corpus", documents.toString(), document)
                .out();
        for (int i = 0; i < EXPECTED.size(); i++) {
            JsonNode answer = new JsonMapper().readTree(run.outLines().get(i));
            Expected expected = EXPECTED.get(i);
            assertThat(answer.get("question").textValue()).isEqualTo(expected.question());
            assertThat(answer.get("abstained").booleanValue())
                    .as(expected.question())
                    .isEqualTo(expected.words().isEmpty());
            String quotes = String.join("\n", quotes(answer, document, text));
            assertThat(expected.words())
                    .as("%s in: %s", expected.question(), quotes)
                    .allMatch(quotes::contains);
            assertThat(quotes).doesNotContainIgnoringCase(FURNITURE.toArray(String[]::new));
        }
    }

    /** The quotes of an answer, each checked against the stored text. */
    private static List<String> quotes(JsonNode answer, String document, String text) {
        List<String> quotes = new ArrayList<>();
        for (JsonNode citation : answer.get("citations")) {
            String quote = citation.get("quote").textValue();
            assertThat(citation.get("document").textValue()).isEqualTo(document);
            assertThat(text.substring(
                            citation.get("start").intValue(),
                            citation.get("end").intValue()))
                    .isEqualTo(quote);
            assertThat(citation.get("passage").textValue()).contains(quote);
            quotes.add(quote);
        }
        return quotes;
    }
}
