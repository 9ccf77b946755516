package org.citebot.answering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.citebot.config.ConfigException;
import org.citebot.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {

    private static final Path HOME = Path.of("").toAbsolutePath();

    @Test
    void withoutSettingsNobodyWrites() {
        Settings settings = settings("");
        ModelSettings read = ModelSettings.read(settings, HOME);

        assertThatCode(settings::verify).doesNotThrowAnyException();
        assertThat(read.provider()).isEqualTo(ModelProvider.NONE);
        assertThat(read.deadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(read.temperature()).hasValue(0);
        assertThat(read.limits()).isEqualTo(new TokenLimits(50_000, 500_000, 5_000_000));
        assertThat(read.prices().micros(1_000_000, 1_000_000)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROVIDER=openai NAME=a KEY=b                          | https://api.openai.com/v1
            PROVIDER=openai NAME=a URL=http://localhost:1234/v1/  | http://localhost:1234/v1
            PROVIDER=ollama NAME=a                                | http://localhost:11434
            PROVIDER=anthropic NAME=a KEY=b                       | https://api.anthropic.com/v1
            PROVIDER=gemini NAME=a KEY=b                          | https://generativelanguage.googleapis.com/v1beta
            """)
    void everyProviderHasAnAddress(String environment, URI address) {
        Settings settings = settings(environment);
        ModelSettings read = ModelSettings.read(settings, HOME);

        assertThatCode(settings::verify).doesNotThrowAnyException();
        assertThat(read.address()).isEqualTo(address);
        assertThat(read.shownName()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROVIDER=openapi                          | CITEBOT_MODEL_PROVIDER | one of none, openai
            PROVIDER=openai NAME=a                    | model.key              | needs a key
            PROVIDER=anthropic NAME=a                 | model.key              | needs a key
            PROVIDER=gemini KEY=a                     | model.name             | needs the name of a model
            PROVIDER=ollama                           | model.name             | needs the name of a model
            PROVIDER=ollama NAME=a PATH=a.gguf        | CITEBOT_MODEL_PATH     | runs no file
            PROVIDER=gguf                             | model.path             | needs a file
            PROVIDER=gguf PATH=absent.gguf            | CITEBOT_MODEL_PATH     | there is no file
            PROVIDER=gguf PATH=pom.xml URL=http://a   | CITEBOT_MODEL_URL      | calls no server
            URL=localhost:11434                       | CITEBOT_MODEL_URL      | must look like
            URL=http://me:secret@a                    | CITEBOT_MODEL_URL      | no user
            DEADLINE=soon                             | CITEBOT_MODEL_DEADLINE | cannot be used
            DEADLINE=11m                              | CITEBOT_MODEL_DEADLINE | 1s to 10m
            TEMPERATURE=3                             | CITEBOT_MODEL_TEMPERATURE | 0 to 2, or none
            TEMPERATURE=NaN                           | CITEBOT_MODEL_TEMPERATURE | 0 to 2, or none
            MAX_OUTPUT_TOKENS=0                       | CITEBOT_MODEL_MAX_OUTPUT_TOKENS | 1 to
            DAY_TOKENS=-1                             | CITEBOT_MODEL_DAY_TOKENS | 1 to
            USER_DAY_TOKENS=many                      | CITEBOT_MODEL_USER_DAY_TOKENS | a number
            OUTPUT_PRICE=-1                           | CITEBOT_MODEL_OUTPUT_PRICE | 0 to
            """)
    void mistakesNameTheirKey(String environment, String key, String what) {
        Settings settings = settings(environment);
        ModelSettings.read(settings, HOME);

        assertThatThrownBy(settings::verify)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(what);
    }

    @Test
    void aKeyThatIsNoneIsRefusedButNotShown() {
        Settings settings = Settings.load(
                Path.of("absent.yaml"), Map.of("CITEBOT_MODEL_KEY", "two words", "CITEBOT_MODEL_NAME", "a"));
        ModelSettings read = ModelSettings.read(settings, HOME);

        assertThatThrownBy(settings::verify)
                .hasMessageContaining("no API key")
                .message()
                .doesNotContain("two");
        assertThat(read.toString()).doesNotContain("two");
    }

    private static Settings settings(String environment) {
        Map<String, String> variables = Arrays.stream(environment.strip().split(" "))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> "CITEBOT_MODEL_" + pair[0], pair -> pair[1]));
        return Settings.load(Path.of("absent.yaml"), variables);
    }
}
