package org.citebot.answering.model;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citebot.answering.LanguageModel;
import org.citebot.answering.ModelPrompt;
import org.citebot.config.Secret;

/** Settings and prompts to try models with. */
final class ModelFixture {

    static final String CANARY = "sk-CANARY-0123456789";
    static final Duration LONG = Duration.ofSeconds(20);
    static final ModelPrompt PROMPT = new ModelPrompt(
            "Answer from the passages.",
            "How many bridges has the town?\n\n<<0a passage 1>>\nOutlet: The Outlet\n"
                    + "The town has seven bridges over the river.\n<<0a end of passage 1>>",
            "ada");

    private static final TokenLimits WIDE = new TokenLimits(100_000, 1_000_000, 10_000_000);

    private ModelFixture() {}

    static ModelSettings settings(ModelProvider provider, URI url) {
        return settings(provider, url, Duration.ofSeconds(30), WIDE);
    }

    static ModelSettings settings(ModelProvider provider, URI url, Duration deadline, TokenLimits limits) {
        return new ModelSettings(
                provider,
                "test-model",
                Optional.of(url),
                Optional.of(new Secret(CANARY)),
                Optional.empty(),
                deadline,
                OptionalDouble.of(0),
                100,
                limits,
                new TokenPrices(new BigDecimal("0.15"), new BigDecimal("0.60")));
    }

    static LanguageModel open(ModelSettings settings, Path data) {
        return LanguageModels.open(settings, data, Clock.systemUTC()).orElseThrow();
    }
}
