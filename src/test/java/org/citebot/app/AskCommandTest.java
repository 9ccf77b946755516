package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskCommandTest {

    private static final String PIER = "When will the new pier open?";
    private static final String BRIDGE = "Why was the old bridge closed?";

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void twoDocuments() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
        home.write("seeds/bridge.md", TestHome.BRIDGE);
    }

    @Test
    void anAnswerIsShownWithItsSource() {
        Run run = home.run("ask", PIER);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("“will open” in June. [1]")
                .contains("[1] “Harbour report”, Port Gazette, 1 Mar 2024 (3 months ago), https://example.org/pier");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void severalWordsAreOneQuestion() {
        assertThat(home.run("ask", "When", "will", "the", "new", "pier", "open?"))
                .isEqualTo(home.run("ask", PIER));
    }

    @Test
    void aQuestionMayBeginWithAnAtSign() {
        home.write("arguments", "--help");
        Run run = home.run("ask", "@" + home.path("arguments"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("Usage");
    }

    @Test
    void whatTheCorpusDoesNotSayIsExitCodeThree() {
        Run run = home.run("ask", "Who won the 2022 World Cup?");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("no answer").contains("2 documents (1 Mar 2024 to 2 May 2024)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!"})
    void anEmptyQuestionGetsAPoliteAnswer(String question) {
        Run run = home.run("ask", question);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anEmptyCorpusSaysHowToAddADocument() {
        Run run = new TestHome(home.path("other")).run("ask", PIER);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("no documents").contains("./citebot corpus add FILE");
    }

    @Test
    void asOfHidesLaterDocuments() {
        assertThat(home.run("ask", BRIDGE).exitCode()).isZero();
        assertThat(home.run("ask", "--as-of", "2024-05-02", BRIDGE).exitCode()).isZero();
        Run before = home.run("ask", "--as-of", "2024-05-01", BRIDGE);
        assertThat(before.exitCode()).isEqualTo(3);
        assertThat(before.out()).doesNotContain("rust").contains("1 document (1 Mar 2024)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-02-30", "01/02/2024", ""})
    void aDayThatIsNoneIsWrongUsage(String day) {
        Run run = home.run("ask", "--as-of", day, PIER);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("--as-of", "2024-01-30", "./citebot ask --help");
    }

    @Test
    void theDocumentsNamedAnswerAlone() {
        assertThat(home.run("ask", "--documents", "pier,bridge", BRIDGE).exitCode())
                .isZero();
        Run run = home.run("ask", "--documents", "pier", BRIDGE);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("rust").contains("1 document ");
    }

    @Test
    void anUnknownDocumentIsNamedAndTheOthersAnswer() {
        Run run = home.run("ask", "--documents", "bridge,tunnel", BRIDGE);
        assertThat(run.exitCode()).isZero();
        assertThat(run.errLines()).singleElement().asString().contains("'tunnel'", "./citebot corpus list");
    }

    @Test
    void unknownDocumentsAloneAreNoWholeCorpus() {
        Run run = home.run("ask", "--documents", "tunnel", BRIDGE);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("rust").contains("None of the documents named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ",pier"})
    void anEmptyIdIsWrongUsage(String ids) {
        Run run = home.run("ask", "--documents", ids, BRIDGE);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("--documents");
    }
}
