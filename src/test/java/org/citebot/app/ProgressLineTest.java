package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void aTerminalSeesOneLineThatChanges() {
        assertThat(shown(true, 100))
                .startsWith("\rReading: 0 of 100 passages\rReading: 1 of 100")
                .endsWith("\rReading: 100 of 100 passages" + System.lineSeparator());
        assertThat(shown(true, 100).lines().filter(line -> !line.isEmpty() && line.endsWith("passages")))
                .isNotEmpty();
        assertThat(shown(true, 100).chars().filter(character -> character == '\n'))
                .hasSize(1);
    }

    @Test
    void elsewhereThereIsALineForEachTenth() {
        assertThat(shown(false, 1000).lines())
                .hasSize(11)
                .startsWith("Reading: 0 of 1000 passages", "Reading: 100 of 1000 passages")
                .endsWith("Reading: 1000 of 1000 passages");
    }

    @Test
    void whatTakesNoTimeIsNotShown() {
        assertThat(shown(true, 9)).isEmpty();
        assertThat(shown(false, 9)).isEmpty();
    }

    private static String shown(boolean terminal, int all) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ProgressLine progress =
                new ProgressLine("Reading", "passages", new PrintStream(shown, true, StandardCharsets.UTF_8), terminal);
        for (int done = 0; done <= all; done++) {
            progress.passagesDone(done, all);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
