package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ask",
                "chat",
                "run",
                "corpus",
                "corpus add",
                "corpus list",
                "corpus show",
                "corpus history",
                "corpus remove",
                "corpus restore",
                "corpus audit",
                "corpus speakers",
                "corpus speakers list",
                "corpus speakers show",
                "corpus speakers alias",
                "corpus speakers merge",
                "corpus speakers split",
                "statements",
                "corpus reindex",
                "search",
                "eval",
                "doctor",
                "config"
            })
    void everyCommandHelpsAndTellsItsVersion(String command) {
        assertThat(run(command, "--help")).satisfies(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .startsWith(("Usage: citebot " + command).strip())
                    .contains("--help");
            assertThat(run.err()).isEmpty();
        });
        assertThat(run(command, "--version")).satisfies(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.outLines()).singleElement().asString().startsWith("Citebot ");
        });
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        assertThat(new TestHome(folder).run()).isEqualTo(run("", "--help"));
    }

    private Run run(String command, String option) {
        return new TestHome(folder)
                .run(Arrays.stream((command + " " + option).strip().split(" ")).toArray(String[]::new));
    }
}
