package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ask -}: a line of standard input, a line of standard output. */
class AskLinesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PIER = "When will the new pier open?";

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void oneDocument() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
    }

    @Test
    void everyLineGivesOneObjectInOrder() throws JsonProcessingException {
        List<String> questions = List.of(
                PIER,
                "",
                "   ",
                "Who won?",
                "متى يفتح الرصيف؟",
                "埠頭はいつ開きますか",
                "x".repeat(100_000),
                "a\rb",
                "\u2028",
                "🗼",
                PIER);
        Run run = ask(String.join("\n", questions) + "\n");
        assertThat(run.exitCode()).isZero();
        assertThat(questions(run)).isEqualTo(questions);
        List<JsonNode> answers = answers(run);
        assertThat(answers.getFirst().get("abstained").booleanValue()).isFalse();
        assertThat(answers.getLast().get("citations"))
                .isEqualTo(answers.getFirst().get("citations"));
        assertThat(answers.subList(1, 10)).allSatisfy(answer -> {
            assertThat(answer.get("abstained").booleanValue()).isTrue();
            assertThat(answer.get("error").isNull()).isTrue();
            assertThat(answer.get("answer").textValue()).isNotBlank();
        });
    }

    @Test
    void theLastLineNeedsNoEnd() throws JsonProcessingException {
        assertThat(questions(ask("one\ntwo"))).containsExactly("one", "two");
    }

    @Test
    void linesMayEndAsOnWindows() throws JsonProcessingException {
        assertThat(questions(ask("one\r\n\r\ntwo\r\n"))).containsExactly("one", "", "two");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheQuestion() throws JsonProcessingException {
        assertThat(questions(ask("\uFEFFone\ntwo\n"))).containsExactly("one", "two");
    }

    @Test
    void bytesThatAreNoTextAreReplaced() throws JsonProcessingException {
        Run run = home.runWith(
                new byte[] {'a', (byte) 0xFF, 'b', '\n', (byte) 0xC3, '\n', 0, '\n'}, "ask", "--json", "-");
        assertThat(questions(run)).containsExactly("a\uFFFDb", "\uFFFD", "\0");
    }

    @Test
    void noInputIsNoAnswer() {
        Run run = ask("");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    @Timeout(60)
    void anAnswerComesBeforeTheNextQuestionIsAsked() throws Exception {
        PipedOutputStream questions = new PipedOutputStream();
        PipedInputStream out = new PipedInputStream();
        Environment environment = home.environment(
                new PipedInputStream(questions), new PipedOutputStream(out), new ByteArrayOutputStream());
        CompletableFuture<Integer> exitCode = CompletableFuture.supplyAsync(
                () -> CitebotCommand.execute(environment, "ask", "--json", "-"),
                task -> Thread.ofPlatform().start(task));
        BufferedReader answers = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
        for (String question : List.of(PIER, "second", "")) {
            questions.write((question + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            assertThat(JSON.readTree(answers.readLine()).get("question").textValue())
                    .isEqualTo(question);
        }
        questions.close();
        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aReaderThatIsGoneEndsTheWork() throws IOException {
        PipedOutputStream closed = new PipedOutputStream();
        closed.close();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment =
                home.environment(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)), closed, err);
        assertThat(CitebotCommand.execute(environment, "ask", "--json", "-")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void theConversationOfChatAnswersEachLineUntilAnEmptyOne() {
        Run run = home.runWith((PIER + "\r\nWho won?\n\nafter\n").getBytes(StandardCharsets.UTF_8), "chat");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("in June. [1]", "no answer").doesNotContain("after");
        assertThat(run.err()).contains("1 document of the corpus");
    }

    private Run ask(String input) {
        return home.runWith(input.getBytes(StandardCharsets.UTF_8), "ask", "--json", "-");
    }

    private static List<JsonNode> answers(Run run) throws JsonProcessingException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : run.out().split("\n", -1)) {
            if (!line.isEmpty()) {
                answers.add(JSON.readTree(line));
            }
        }
        return answers;
    }

    private static List<String> questions(Run run) throws JsonProcessingException {
        return answers(run).stream()
                .map(answer -> answer.get("question").textValue())
                .toList();
    }
}
