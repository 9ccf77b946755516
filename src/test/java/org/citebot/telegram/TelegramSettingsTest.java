package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.citebot.config.ConfigException;
import org.citebot.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {

    @Test
    void everySettingHasItsDefault() {
        TelegramSettings settings = TelegramSettings.read(settings(Map.of()));

        assertThat(settings.token()).isEmpty();
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.telegram.org"));
        assertThat(settings.pollTimeout()).isEqualTo(Duration.ofSeconds(50));
        assertThat(settings.workers()).isEqualTo(4);
        assertThat(settings.messagesPerSecond()).isEqualTo(30);
        assertThat(settings.invitedOnly()).isFalse();
        assertThat(settings.webhook()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has spaces in it, and a comma"})
    void aWebhookWithoutAProperSecretIsAMistake(String secret) {
        Settings settings = settings(Map.of(
                "CITEBOT_TELEGRAM_WEBHOOK_URL",
                "https://bot.example.org/hook",
                "CITEBOT_TELEGRAM_WEBHOOK_SECRET",
                secret));

        assertThat(TelegramSettings.read(settings).webhook()).isEmpty();
        assertThatThrownBy(settings::verify)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("CITEBOT_TELEGRAM_WEBHOOK_SECRET")
                .hasMessageContaining("16 to 256");
    }

    @Test
    void aWebhookServesThePathOfItsAddressAndHidesItsSecret() {
        Settings settings = settings(Map.of(
                "CITEBOT_TELEGRAM_WEBHOOK_URL",
                "https://bot.example.org/hook",
                "CITEBOT_TELEGRAM_WEBHOOK_SECRET",
                "SECRETCANARY_0123456789"));
        TelegramSettings read = TelegramSettings.read(settings);

        assertThat(read.webhook().orElseThrow().path()).isEqualTo("/hook");
        assertThat(read.toString()).doesNotContain("CANARY");
        assertThatCode(settings::verify).doesNotThrowAnyException();
    }

    @Test
    void anAddressMayHaveAPath() {
        TelegramSettings settings =
                TelegramSettings.read(settings(Map.of("CITEBOT_TELEGRAM_API_URL", "http://localhost:8081/bots/")));

        assertThat(settings.apiUrl()).isEqualTo(URI.create("http://localhost:8081/bots"));
    }

    @ParameterizedTest
    @CsvSource({
        "API_URL, ftp://a.example, must look like https",
        "API_URL, api.telegram.org, must look like https",
        "API_URL, https://a.example/?x=1, no '?'",
        "POLL_TIMEOUT, 51s, 0s to 50s",
        "POLL_TIMEOUT, 1.5s, whole seconds",
        "POLL_TIMEOUT, soon, cannot be used",
        "WORKERS, 0, 1 to 64",
        "MESSAGES_PER_SECOND, 0, 1 to 1000",
        "QUESTIONS_PER_HOUR, -1, 0 to 1000000",
        "ACCESS, nobody, everyone or invited",
        "WEBHOOK_URL, http://bot.example.org/hook, https addresses only",
        "WEBHOOK_PORT, 70000, 0 to 65535",
        "WORKERS, many, cannot be used"
    })
    void mistakesNameTheirKey(String key, String value, String what) {
        Settings settings = settings(Map.of("CITEBOT_TELEGRAM_" + key, value));
        TelegramSettings.read(settings);

        assertThatThrownBy(settings::verify)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("CITEBOT_TELEGRAM_" + key)
                .hasMessageContaining(what);
    }

    @Test
    void aTokenThatIsNoneIsRefusedButNotShown() {
        Settings settings = settings(Map.of("CITEBOT_TELEGRAM_TOKEN", "123:abc/../getMe"));
        TelegramSettings.read(settings);

        assertThatThrownBy(settings::verify)
                .hasMessageContaining("no bot token")
                .message()
                .doesNotContain("getMe");
    }

    @Test
    void aTokenIsShownNowhere() {
        Settings settings = settings(Map.of("CITEBOT_TELEGRAM_TOKEN", "123:abc"));

        assertThat(TelegramSettings.read(settings).toString()).doesNotContain("abc");
        assertThatCode(settings::verify).doesNotThrowAnyException();
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.load(Path.of("absent.yaml"), environment);
    }
}
