package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.citebot.app.TestHome.Run;
import org.citebot.corpus.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusAuditTest {

    private static final String AT = "  2024-06-01T12:00:00Z  -  ";

    private TestHome home;

    @BeforeEach
    void oneDocument(@TempDir Path folder) {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
    }

    private List<String> audit() {
        Run run = home.run("corpus", "audit");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.outLines();
    }

    private void change() {
        home.run("corpus", "remove", "pier");
        home.run("corpus", "restore", "pier", "1");
    }

    @Test
    void everyChangeAtTheCommandLineLeavesALine() throws IOException {
        Path bridge = home.write("mine/bridge.md", TestHome.BRIDGE);
        home.run("corpus", "add", bridge.toString());
        change();
        home.write("mine/bridge.md", TestHome.BRIDGE.replace("rust", "ice"));
        home.run("corpus", "add", bridge.toString());

        assertThat(audit())
                .containsExactly(
                        "4" + AT + "updated  document:bridge  bridge@2 on the command line",
                        "3" + AT + "restored  document:pier  pier@1 on the command line",
                        "2" + AT + "removed  document:pier  pier@1 on the command line",
                        "1" + AT + "added  document:bridge  bridge@1 on the command line");
    }

    @Test
    void aFolderThatIsNamedLeavesALineForEachDocumentThatChanged() throws IOException {
        home.write("mine/bridge.md", TestHome.BRIDGE);
        home.write("mine/lamp.txt", "The lamp\n\nThe lamp was lit in 1901 by the keeper of the lighthouse.\n");
        String mine = home.path("mine").toString();
        home.run("corpus", "add", mine);
        home.run("corpus", "add", mine);
        Files.delete(home.path("mine/bridge.md"));
        home.run("corpus", "add", mine);

        assertThat(audit())
                .extracting(line -> line.substring(line.indexOf("-  ") + 3))
                .containsExactly(
                        "removed  document:bridge  bridge@1 on the command line",
                        "added  document:lamp  lamp@1 on the command line",
                        "added  document:bridge  bridge@1 on the command line");
    }

    @Test
    void whatChangesNothingLeavesNoLine() {
        change();
        home.run("corpus", "restore", "pier", "1");
        home.run("corpus", "restore", "pier", "9");
        home.run("corpus", "remove", "tunnel");
        home.run("corpus", "add", home.path("seeds/pier.md").toString());
        home.run("ask", "Why?");

        assertThat(audit()).hasSize(2);
    }

    @Test
    void aWholeLogIsSaidToBeWhole() {
        assertThat(home.run("corpus", "audit").errLines())
                .singleElement()
                .asString()
                .contains("empty");
        change();
        Run run = home.run("corpus", "audit", "--limit", "1");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).singleElement().asString().startsWith("2").contains("restored");
        assertThat(run.errLines()).singleElement().asString().contains("whole: 2 lines");
        assertThat(home.run("corpus", "audit", "--limit", "-1").exitCode()).isEqualTo(2);
    }

    @Test
    void aProgramReadsTheLogAsJson() throws JsonProcessingException {
        change();
        Run run = home.run("corpus", "audit", "--json", "--limit", "1");
        JsonNode line = new JsonMapper().readTree(run.out());
        assertThat(line.path("number").asInt()).isEqualTo(2);
        assertThat(line.path("actor").isNull()).isTrue();
        assertThat(line.path("action").asText()).isEqualTo("restored");
        assertThat(line.path("subject").asText()).isEqualTo("document:pier");
        assertThat(line.path("hash").asText()).hasSize(64);
    }

    @Test
    void aChangedLineIsNamedWithWhatToDo() {
        change();
        Database.open(home.path("data/corpus.db"), "db/corpus", 1).jdbi().useTransaction(handle -> {
            handle.execute("DROP TRIGGER audit_no_update");
            handle.execute("UPDATE audit SET subject = 'document:bridge', at = 'never' WHERE number = 2");
        });

        Run run = home.run("corpus", "audit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("line 2", "changed", "backup");
    }

    @Test
    void aLogThatWasCutOffIsNoticed() throws IOException {
        change();
        Files.writeString(home.path("data/audit-heads.txt"), "\n3 " + "0".repeat(64) + "\n", StandardOpenOption.APPEND);

        Run run = home.run("corpus", "audit", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("line 3", "ends before");
    }
}
