package org.citebot.answering.model;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.citebot.config.Secret;
import org.citebot.config.Settings;

/**
 * The settings of the model that writes answers.
 *
 * @param provider who runs it
 * @param name what the provider calls it; empty for a file without a name of its own
 * @param url the address of its server, without a slash at its end; empty for the provider's own
 * @param key what the provider knows its customer by, if it must
 * @param path the GGUF file, if it is one
 * @param deadline how long one question may take in all, with or without a model
 * @param temperature 0 for the likeliest words; empty to leave it to the model
 * @param maxOutputTokens how long a text it may write
 * @param limits the most that may be used
 * @param prices what it costs
 */
public record ModelSettings(
        ModelProvider provider,
        String name,
        Optional<URI> url,
        Optional<Secret> key,
        Optional<Path> path,
        Duration deadline,
        OptionalDouble temperature,
        int maxOutputTokens,
        TokenLimits limits,
        TokenPrices prices) {

    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(10);
    private static final double HIGHEST_TEMPERATURE = 2;
    private static final int MOST_OUTPUT_TOKENS = 1_000_000;
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000);

    /** What a header may hold: a key with anything else in it would be named in full by whoever refuses it. */
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    /** Reads {@code model.*}; mistakes are reported by {@link Settings#verify()}. A relative path counts from {@code home}. */
    public static ModelSettings read(Settings settings, Path home) {
        ModelSettings read = new ModelSettings(
                settings.value(
                        "model.provider",
                        "none",
                        "Who writes answers: none (they are quoted), openai (or alike), ollama, anthropic, gemini, gguf",
                        ModelProvider::parse),
                settings.value("model.name", "", "The model's name, as its provider writes it", String::strip),
                settings.optional(
                        "model.url",
                        "Address of the model's server, if it is not the provider's own",
                        ModelSettings::url),
                settings.secret("model.key", "The provider's API key"),
                settings.optional("model.path", "The model's file, for gguf", home::resolve),
                settings.value(
                        "model.deadline",
                        "30s",
                        "How long a question may take, with all retries of the model: 1s to 10m",
                        ModelSettings::deadline),
                settings.value(
                        "model.temperature",
                        "0",
                        "0 for the likeliest words, up to 2; none for models that refuse to be told",
                        ModelSettings::temperature),
                settings.value(
                        "model.max-output-tokens",
                        "800",
                        "The longest text that the model may write, in tokens",
                        text -> (int) wholeNumber(text, MOST_OUTPUT_TOKENS)),
                new TokenLimits(
                        tokens(settings, "model.question-tokens", "50000", "a question, with all retries"),
                        tokens(settings, "model.user-day-tokens", "500000", "all questions of a person in a day"),
                        tokens(settings, "model.day-tokens", "5000000", "all questions in a day")),
                new TokenPrices(
                        settings.value(
                                "model.input-price", "0", "What a million tokens read cost", ModelSettings::price),
                        settings.value(
                                "model.output-price",
                                "0",
                                "What a million tokens written cost",
                                ModelSettings::price)));
        read.check(settings);
        return read;
    }

    /** What is shown as the name of the model. */
    public String shownName() {
        return name.isEmpty() ? path.map(file -> file.getFileName().toString()).orElse("") : name;
    }

    /** Where its server is. */
    URI address() {
        return url.or(() -> Optional.ofNullable(provider.defaultUrl())).orElseThrow();
    }

    /** The same model, which may write no more than so much. */
    ModelSettings writingAtMost(int tokens) {
        return new ModelSettings(
                provider,
                name,
                url,
                key,
                path,
                deadline,
                temperature,
                Math.min(tokens, maxOutputTokens),
                limits,
                prices);
    }

    private void check(Settings settings) {
        if (key.isPresent() && !KEY.matcher(key.get().reveal()).matches()) {
            settings.problem("model.key", "is no API key: it holds white space or letters that no key has");
        }
        switch (provider) {
            case NONE -> {}
            case GGUF -> checkFile(settings);
            case OLLAMA -> checkName(settings);
            case OPENAI -> {
                checkName(settings);
                // A server of one's own seldom asks for a key.
                checkKey(settings, url.isEmpty());
            }
            case ANTHROPIC, GEMINI -> {
                checkName(settings);
                checkKey(settings, true);
            }
        }
    }

    private void checkName(Settings settings) {
        if (name.isEmpty()) {
            settings.problem("model.name", "model.provider is " + word() + ", which needs the name of a model");
        }
        if (path.isPresent()) {
            settings.problem("model.path", "model.provider is " + word() + ", which runs no file; gguf does");
        }
    }

    private void checkKey(Settings settings, boolean needed) {
        if (needed && key.isEmpty()) {
            settings.problem("model.key", "model.provider is " + word() + ", which needs a key");
        }
    }

    private void checkFile(Settings settings) {
        if (path.isEmpty()) {
            settings.problem("model.path", "model.provider is gguf, which needs a file");
        } else if (!Files.isRegularFile(path.get())) {
            settings.problem("model.path", "there is no file " + path.get());
        }
        if (url.isPresent()) {
            settings.problem("model.url", "model.provider is gguf, which calls no server");
        }
    }

    private String word() {
        return provider.name().toLowerCase(Locale.ROOT);
    }

    private static long tokens(Settings settings, String key, String defaultValue, String what) {
        return settings.value(
                key, defaultValue, "The most tokens for " + what, text -> wholeNumber(text, Long.MAX_VALUE / 2));
    }

    private static long wholeNumber(String text, long most) {
        long number = Long.parseLong(text);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("it must be 1 to " + most);
        }
        return number;
    }

    private static BigDecimal price(String text) {
        BigDecimal price = new BigDecimal(text);
        if (price.signum() < 0 || price.compareTo(HIGHEST_PRICE) > 0) {
            throw new IllegalArgumentException("it must be 0 to " + HIGHEST_PRICE);
        }
        return price;
    }

    private static OptionalDouble temperature(String text) {
        if (text.equals("none")) {
            return OptionalDouble.empty();
        }
        double temperature = Double.parseDouble(text);
        if (!(temperature >= 0 && temperature <= HIGHEST_TEMPERATURE)) {
            throw new IllegalArgumentException("it must be 0 to 2, or none");
        }
        return OptionalDouble.of(temperature);
    }

    private static Duration deadline(String text) {
        Duration deadline = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        if (deadline.compareTo(Duration.ofSeconds(1)) < 0 || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException("it must be 1s to 10m");
        }
        return deadline;
    }

    private static URI url(String text) {
        URI url = URI.create(text.replaceAll("/+$", ""));
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("it must look like http://localhost:11434");
        }
        if (url.getQuery() != null || url.getFragment() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("it must have no user, no '?' and no '#'");
        }
        return url;
    }
}
