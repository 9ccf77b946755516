package org.citebot.answering.model;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who runs the model. */
public enum ModelProvider {
    /** Nobody: answers are quoted. */
    NONE(null),
    /** OpenAI, or any server that speaks as it does. */
    OPENAI("https://api.openai.com/v1"),
    /** An Ollama server. */
    OLLAMA("http://localhost:11434"),
    /** Anthropic. */
    ANTHROPIC("https://api.anthropic.com/v1"),
    /** Google's Gemini. */
    GEMINI("https://generativelanguage.googleapis.com/v1beta"),
    /** This process, from a GGUF file. */
    GGUF(null);

    private final @Nullable String address;

    ModelProvider(@Nullable String address) {
        this.address = address;
    }

    /** Where its server is found unless the settings say otherwise; null if it needs none. */
    @Nullable
    URI defaultUrl() {
        return address == null ? null : URI.create(address);
    }

    static ModelProvider parse(String text) {
        return Arrays.stream(values())
                .filter(provider -> provider.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be one of "
                        + Arrays.stream(values()).map(ModelProvider::key).collect(Collectors.joining(", "))));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
