package org.citebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedMaterialTest {

    @Test
    void theEnvironmentNamesTheFolder() {
        assertThat(SharedMaterial.folder("/elsewhere", Path.of("/home/project")))
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void withoutItTheFolderIsBesideTheProject() {
        assertThat(SharedMaterial.folder(null, Path.of("/home/project"))).isEqualTo(Path.of("/home/shared"));
        assertThat(SharedMaterial.folder("", Path.of("/home/project"))).isEqualTo(Path.of("/home/shared"));
    }

    @Test
    void whatIsThereIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        assertThat(SharedMaterial.require(folder, "a.txt")).isEqualTo(file);
    }

    @Test
    void whatIsAbsentSkipsTheTestWithAReason(@TempDir Path folder) {
        assertThatThrownBy(() -> SharedMaterial.require(folder, "b.txt"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("shared material 'b.txt' is not in " + folder)
                .hasMessageContaining("CITEBOT_SHARED");
    }
}
