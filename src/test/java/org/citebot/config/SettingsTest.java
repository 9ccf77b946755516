package org.citebot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citebot.config.Settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutFileAndEnvironmentTheDefaultsAreInForce() {
        Settings settings = Settings.load(folder.resolve("absent.yaml"), Map.of());
        assertThat(number(settings, "answer.sentences", "3")).isEqualTo(3);
        assertThat(settings.optional("telegram.proxy", "Where", URI::create)).isEmpty();
        assertThat(settings.secret("telegram.token", "Who")).isEmpty();
        assertThatCode(settings::verify).doesNotThrowAnyException();
    }

    @Test
    void theFileOverridesTheDefaultAndTheEnvironmentTheFile() {
        Settings settings = load(
                "a: file\nb: file\nsome.long-key: file\n",
                Map.of("CITEBOT_B", " env ", "CITEBOT_SOME_LONG_KEY", "env"));
        assertThat(text(settings, "a")).isEqualTo("file");
        assertThat(text(settings, "b")).isEqualTo("env");
        assertThat(text(settings, "some.long-key")).isEqualTo("env");
        assertThat(text(settings, "c")).isEqualTo("default");
        assertThatCode(settings::verify).doesNotThrowAnyException();
    }

    @Test
    void emptyIsAbsentInTheFileAndInTheEnvironment() {
        Settings settings = load("a:\nb: ''\nc: file\nd:\n", Map.of("CITEBOT_C", "  ", "CITEBOT_D", ""));
        assertThat(text(settings, "a")).isEqualTo("default");
        assertThat(settings.optional("b", "B", Function.identity())).isEmpty();
        assertThat(text(settings, "c")).isEqualTo("file");
        assertThat(settings.secret("d", "D")).isEmpty();
        assertThatCode(settings::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${user.home}", "$HOME", "a,b\\,c", "%dev", "${env:PATH:x}", "\\${x}"})
    void aValueOfTheEnvironmentIsTakenLiterally(String value) {
        assertThat(text(load("", Map.of("CITEBOT_A", value)), "a")).isEqualTo(value);
    }

    @Test
    void allMistakesAreReportedAtOnceEachWithItsPlaceAndKey() throws IOException {
        Path file = write("answer:\n  sentences: many\nwebhook.port: 99\nnonsense: 1\n");
        Settings settings = Settings.load(file, Map.of("CITEBOT_TELEGRAM_API_URL", "http://a b"));
        assertThat(number(settings, "answer.sentences", "3")).isEqualTo(3);
        assertThat(settings.optional("telegram.api-url", "Where", URI::create)).isEmpty();
        assertThat(number(settings, "webhook.port", "8443")).isEqualTo(99);
        assertThat(settings.secret("telegram.token", "Who")).isEmpty();
        settings.problem("webhook.port", "Telegram calls 443, 80, 88 or 8443");
        settings.problem("telegram.token", "is missing");
        assertThatThrownBy(settings::verify)
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        file + ":2: answer.sentences: 'many' cannot be used: it must be a number",
                                        "CITEBOT_TELEGRAM_API_URL (telegram.api-url): 'http://a b' cannot be used:"
                                                + " Illegal character in authority at index 8: http://a b",
                                        file + ":3: webhook.port: Telegram calls 443, 80, 88 or 8443",
                                        "telegram.token (in " + file + ", or CITEBOT_TELEGRAM_TOKEN): is missing",
                                        file
                                                + ":4: unknown key 'nonsense'; './citebot config' lists the keys there are"))
                .hasMessageContaining("sentences")
                .hasMessageContaining("nonsense");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheOneThatMayBeMeant() throws IOException {
        Path file = write("telegram:\n  apiUrl: x\n  api-url: y\ntoken: z\n");
        Settings settings = Settings.load(file, Map.of());
        text(settings, "telegram.api-url");
        settings.secret("telegram.token", "Who");
        assertThatThrownBy(settings::verify)
                .hasMessage(file + ":2: unknown key 'telegram.apiUrl'; did you mean 'telegram.api-url'?\n" + file
                        + ":4: unknown key 'token'; did you mean 'telegram.token'?");
    }

    @Test
    void aSectionWithoutSettingsIsNoUnknownKeyButAValueInItsPlaceIs() {
        Settings empty = load("telegram:\n", Map.of());
        text(empty, "telegram.token");
        assertThatCode(empty::verify).doesNotThrowAnyException();
        Settings misplaced = load("telegram: 123\n", Map.of());
        text(misplaced, "telegram.token");
        assertThatThrownBy(misplaced::verify).hasMessageContaining(":1: unknown key 'telegram'");
    }

    @Test
    void aLongValueIsShortenedInTheMessage() {
        Settings settings = load("a: " + "x".repeat(10_000), Map.of());
        settings.value("a", "1", "A", Integer::valueOf);
        assertThatThrownBy(settings::verify).message().hasSizeLessThan(500).contains("x…'");
    }

    @Test
    void whateverAParserThrowsIsAProblemOfOneLine() {
        Settings settings = load("a: 1\nb: 1\n", Map.of());
        settings.optional("a", "A", value -> {
            throw new IllegalStateException("first\nsecond");
        });
        settings.optional("b", "B", value -> {
            throw new UnsupportedOperationException();
        });
        assertThatThrownBy(settings::verify)
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .satisfiesExactly(
                                        a -> assertThat(a).endsWith("cannot be used: first"),
                                        b -> assertThat(b).endsWith("cannot be used: UnsupportedOperationException")));
    }

    @Test
    void aSecretIsShownNowhere() {
        Settings settings = load("telegram.token: 123:s3cret\n", Map.of("CITEBOT_OTHER", "s3cret"));
        Secret token = settings.secret("telegram.token", "Who").orElseThrow();
        Secret other = settings.secret("other", "Who else").orElseThrow();
        settings.problem("telegram.token", "is refused");
        settings.problem("other", "is refused");
        assertThat(token.reveal()).isEqualTo("123:s3cret");
        assertThat(other.reveal()).isEqualTo("s3cret");
        assertThat(List.of(token, other)).hasToString("[***, ***]");
        assertThat(settings.declared()).extracting(Setting::value).containsExactly("***", "***");
        assertThat(settings.declared().toString()).doesNotContain("s3cret");
        assertThatThrownBy(settings::verify).hasMessageNotContaining("s3cret");
    }

    @Test
    void declaredSettingsAreTheTableInTheOrderOfReading() {
        Settings settings = load("b: 2\n", Map.of());
        settings.value("b", "1", "The second letter", Integer::valueOf);
        settings.optional("a.first", "The first letter", Function.identity());
        assertThat(settings.declared())
                .containsExactly(
                        new Setting("b", "1", "2", "The second letter"),
                        new Setting("a.first", "", "", "The first letter"));
        assertThat(settings.declared().getLast().environmentVariable()).isEqualTo("CITEBOT_A_FIRST");
    }

    @Test
    void twoFeaturesCannotReadTheSameSetting() {
        Settings settings = load("", Map.of());
        text(settings, "a");
        assertThatIllegalStateException().isThrownBy(() -> text(settings, "a")).withMessageContaining("a");
    }

    @Test
    void aDefaultThatDoesNotParseIsAFaultOfTheCode() {
        Settings settings = load("", Map.of());
        assertThatIllegalArgumentException().isThrownBy(() -> settings.value("a", "x", "A", Integer::valueOf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a..b", "a_b", ".a", "a.", "1a"})
    void aKeyIsWordsInLowerCase(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Setting(key, "", "", "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void aDescriptionIsOneLine(String description) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Setting("a", "", "", description));
    }

    @Test
    void aSecretEqualsItselfWithoutTheSpaceAroundIt() {
        assertThat(new Secret(" x ")).isEqualTo(new Secret("x")).hasSameHashCodeAs(new Secret("x"));
        assertThat(new Secret("x")).isNotEqualTo(new Secret("y"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret("  "));
    }

    @Test
    void anExceptionWithoutAProblemIsAFaultOfTheCode() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfigException(List.of()));
    }

    private static String text(Settings settings, String key) {
        return settings.value(key, "default", "Some text", Function.identity());
    }

    private static int number(Settings settings, String key, String defaultValue) {
        return settings.value(key, defaultValue, "Some number", Integer::valueOf);
    }

    private Settings load(String yaml, Map<String, String> environment) {
        try {
            return Settings.load(write(yaml), environment);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("citebot.yaml"), yaml);
    }
}
