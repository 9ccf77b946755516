package org.citebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citebot.config.Settings;
import org.citebot.config.Settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTableTest {

    private static final List<Setting> SETTINGS = List.of(
            new Setting("data", "data", "/elsewhere", "Where all state lies"),
            new Setting("telegram.token", "", "***", "The token, from @BotFather"),
            new Setting("answer.sentences", "3", "3", "One | or more"),
            new Setting("telegram.api-url", "https://api.telegram.org", "http://x", "Where the Bot API answers"));

    @Test
    void theMarkdownTableShowsDefaultsAndNoValues() {
        assertThat(SettingsTable.markdown(SETTINGS)).isEqualTo("""
                        | Setting | Environment | Default | What it is for |
                        | --- | --- | --- | --- |
                        | `data` | `CITEBOT_DATA` | `data` | Where all state lies |
                        | `telegram.token` | `CITEBOT_TELEGRAM_TOKEN` |  | The token, from @BotFather |
                        | `answer.sentences` | `CITEBOT_ANSWER_SENTENCES` | `3` | One \\| or more |
                        | `telegram.api-url` | `CITEBOT_TELEGRAM_API_URL` | `https://api.telegram.org` | Where the Bot API answers |
                        """);
    }

    @Test
    void theFileHasASectionForEachFirstWord() {
        assertThat(SettingsTable.yaml(SETTINGS)).endsWith("""

                        # Where all state lies
                        data: data

                        telegram:
                          # The token, from @BotFather
                          token:
                          # Where the Bot API answers
                          api-url: https://api.telegram.org

                        answer:
                          # One | or more
                          sentences: 3
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no", "30s", "1.5", "", "~", "a: b", "- a", "#x", "a #b", "it's", "*", "{x}", "a:", "@x", "%d", "x y"
            })
    void everyDefaultIsReadBackFromTheFile(String value, @TempDir Path folder) throws IOException {
        String yaml = SettingsTable.yaml(List.of(new Setting("a.b.c", value, "", "Something")));
        Path file = Files.writeString(folder.resolve("citebot.yaml"), yaml);
        Settings settings = Settings.load(file, Map.of());
        assertThat(settings.optional("a.b.c", "Something", Function.identity()).orElse(""))
                .isEqualTo(value);
        assertThatCode(settings::verify).doesNotThrowAnyException();
    }
}
