package org.citebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citebot.app.AllSettings;
import org.citebot.config.Settings;
import org.citebot.config.Settings.Setting;
import org.junit.jupiter.api.Test;

/** The documentation of the settings equals what the code declares. A failure prints what it should be. */
class ReadmeTest {

    private static final String BEGIN = "<!-- settings -->";
    private static final String END = "<!-- /settings -->";

    @Test
    void theReadmeShowsEverySetting() {
        assumeTrue(Files.exists(Project.root().resolve("README.md")), "README.md is not written yet");
        assertThat(between(Project.read("README.md"))).isEqualTo("\n" + SettingsTable.markdown(declared()));
    }

    @Test
    void theSettingsFileHoldsEverySettingWithItsDefault() {
        String declared = SettingsTable.yaml(declared());
        // Whoever runs this may have written a token into the file: it is compared, never printed.
        boolean same = Project.read("config/citebot.yaml").equals(declared);
        assertThat(same)
                .as("config/citebot.yaml must be as follows; put your own values into the environment:\n%s", declared)
                .isTrue();
    }

    @Test
    void whatStandsBetweenTheMarkersIsTheTable() {
        assertThat(between("# Title\n" + BEGIN + "\n| a |\n" + END + "\nMore\n").strip())
                .isEqualTo("| a |");
        assertThatIllegalArgumentException().isThrownBy(() -> between("| a |\n" + END));
        assertThatIllegalArgumentException().isThrownBy(() -> between(END + BEGIN));
    }

    private static String between(String markdown) {
        int begin = markdown.indexOf(BEGIN);
        int end = markdown.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("No " + BEGIN + " … " + END + " around the table of settings");
        }
        return markdown.substring(begin + BEGIN.length(), end);
    }

    private static List<Setting> declared() {
        Settings settings = Settings.load(Path.of("absent.yaml"), Map.of());
        AllSettings.read(settings, Project.root());
        return settings.declared();
    }
}
