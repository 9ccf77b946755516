package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechCuesTest {

    @TempDir
    private Path folder;

    @Test
    void knowsFormsOfItsVerbs() {
        SpeechCues cues = SpeechCues.of(folder);

        assertThat(cues.in("said")).isTrue();
        assertThat(cues.in("told by")).isTrue();
        assertThat(cues.in("Denying")).isTrue();
        assertThat(cues.in("replies")).isTrue();
        assertThat(cues.in("according to")).isFalse();
    }

    @Test
    void aListAboveTheSetReplacesOurs() throws IOException {
        Files.writeString(folder.resolve("speech-cues.txt"), "mumble\n");

        SpeechCues cues = SpeechCues.of(folder.resolve("set"));

        assertThat(cues.in("mumbled")).isTrue();
        assertThat(cues.in("said")).isFalse();
    }
}
