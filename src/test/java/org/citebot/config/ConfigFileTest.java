package org.citebot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no | no",
                "2024-01-30 | 2024-01-30",
                "2024-01-30T10:00:00Z | 2024-01-30T10:00:00Z",
                "010 | 010",
                "1_000 | 1_000",
                "1.50 | 1.50",
                "12:30:45 | 12:30:45",
                "${user.home} and $HOME | ${user.home} and $HOME",
                "'\\$5, \\ and %x' | \\$5, \\ and %x",
                "a,b, c | a,b, c",
                "' padded ' | padded",
                "\"true\" | true",
                "url # with a comment | url"
            })
    void aValueIsTakenAsItIsWritten(String written, String value) {
        assertThat(ConfigFile.parse("c.yaml", "key: " + written).entries())
                .containsOnly(Map.entry("key", new ConfigFile.Entry(value, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key:", "key: ~", "key: null", "key: ''", "key: '  '"})
    void nothingWrittenIsEmpty(String text) {
        assertThat(ConfigFile.parse("c.yaml", text).entries()).containsEntry("key", new ConfigFile.Entry("", 1));
    }

    @Test
    void nestedAndDottedKeysAreTheSame() {
        String text = "telegram:\n  api:\n    url: x\ntelegram.token: y\n";
        assertThat(ConfigFile.parse("c.yaml", text).entries())
                .containsExactly(
                        Map.entry("telegram.api.url", new ConfigFile.Entry("x", 3)),
                        Map.entry("telegram.token", new ConfigFile.Entry("y", 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "\uFEFF", "---\n"})
    void aFileThatSaysNothingHasNoEntries(String text) {
        assertThat(ConfigFile.parse("c.yaml", text).entries()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() {
        assertThat(ConfigFile.parse("c.yaml", "\uFEFFkey: 1").entries()).containsOnlyKeys("key");
    }

    @Test
    void aKeyThatIsSetTwiceIsRefusedInEitherWriting() {
        assertThatThrownBy(() -> ConfigFile.parse("c.yaml", "a:\n  b: 1\nc: 2\na.b: 3\nc: 4\n"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "c.yaml:4: 'a.b' is already set in line 2",
                                        "c.yaml:5: 'c' is already set in line 3"));
    }

    @Test
    void aListIsRefused() {
        assertThatThrownBy(() -> ConfigFile.parse("c.yaml", "a: 1\nb: [x, y]\n"))
                .hasMessage("c.yaml:2: 'b' is a list; it takes one value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just words", "- a\n- b", "[a, b]", "42"})
    void aFileWithoutKeysIsRefused(String text) {
        assertThatThrownBy(() -> ConfigFile.parse("c.yaml", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("c.yaml:1: the file holds no 'key: value'; ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\n\\tb: 2 | 2",
                "a: b: c | 1",
                "a: 1\\nb: 2\\nc: @x | 3",
                "a: 'open | 1",
                "a: 1\\n  b: 2 | 2",
                "a: 1\\n---\\nb: 2 | 2"
            })
    void brokenYamlIsNamedByFileAndLine(String escaped, int line) {
        String text = escaped.replace("\\n", "\n").replace("\\t", "\t");
        assertThatThrownBy(() -> ConfigFile.parse("c.yaml", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("c.yaml:" + line + ": is no YAML here; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token: *s3cret",
                "token: !s3cret!x y",
                "token: 's3cret",
                "token: s3cret: s3cret",
                "token: @s3cret",
                "token s3cret",
                "token: [s3cret",
                "token: [s3cret]",
                "token: s3cret\ntoken: s3cret",
                "token: s3cret\u0001",
                "? [s3cret]\n: x"
            })
    void noMessageQuotesTheFile(String text) {
        assertThatThrownBy(() -> ConfigFile.parse("c.yaml", text))
                .isInstanceOf(ConfigException.class)
                .hasNoCause()
                .hasMessageStartingWith("c.yaml")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x\n  b: *x", "a: &x {b: 1}\nc: *x", "a: \u0001"})
    void whatCannotBeReadIsRefusedWithoutALine(String text) {
        assertThatThrownBy(() -> ConfigFile.parse("c.yaml", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("c.yaml: is no YAML that can be read");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> ConfigFile.parse("c.yaml", "{a: ".repeat(10_000)))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void aMissingFileHasNoEntries(@TempDir Path folder) {
        assertThat(ConfigFile.read(folder.resolve("absent.yaml")).entries()).isEmpty();
    }

    @Test
    void aFolderOrAFileThatIsNoTextCannotBeRead(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
        assertThatThrownBy(() -> ConfigFile.read(folder))
                .hasMessage(folder + ": cannot be read; it must be a text file in UTF-8");
        assertThatThrownBy(() -> ConfigFile.read(latin))
                .hasMessage(latin + ": cannot be read; it must be a text file in UTF-8");
    }
}
