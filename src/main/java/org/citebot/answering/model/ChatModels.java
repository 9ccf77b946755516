package org.citebot.answering.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import org.citebot.config.Secret;
import org.jspecify.annotations.Nullable;

/** LangChain4j's chat models, with its own retries off and its time-outs set: left alone, they add up to minutes. */
final class ChatModels {

    /** What OpenAI's own server wants said in another word than the servers that speak as it does. */
    private static final String OPENAI_HOST = "api.openai.com";

    private final ModelSettings settings;
    private final Duration timeout;
    private final HttpClientBuilder http;

    private ChatModels(ModelSettings settings) {
        this.settings = settings;
        this.timeout = settings.deadline();
        this.http = ModelHttpClient.builder(timeout);
    }

    /** The model of a provider that has a server. */
    static ChatModel of(ModelSettings settings) {
        ChatModels models = new ChatModels(settings);
        return switch (settings.provider()) {
            case OPENAI -> models.openAi();
            case OLLAMA -> models.ollama();
            case ANTHROPIC -> models.anthropic();
            case GEMINI -> models.gemini();
            case NONE, GGUF -> throw new IllegalArgumentException(settings.provider() + " has no server");
        };
    }

    /** The same model, telling what it writes while it writes it. */
    static StreamingChatModel streaming(ModelSettings settings) {
        ChatModels models = new ChatModels(settings);
        return switch (settings.provider()) {
            case OPENAI -> models.openAiStreaming();
            case OLLAMA -> models.ollamaStreaming();
            case ANTHROPIC -> models.anthropicStreaming();
            case GEMINI -> models.geminiStreaming();
            case NONE, GGUF -> throw new IllegalArgumentException(settings.provider() + " has no server");
        };
    }

    private ChatModel openAi() {
        boolean original = OPENAI_HOST.equals(settings.address().getHost());
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .apiKey(key())
                .modelName(settings.name())
                .temperature(temperature())
                .maxTokens(original ? null : settings.maxOutputTokens())
                .maxCompletionTokens(original ? settings.maxOutputTokens() : null)
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private ChatModel ollama() {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .modelName(settings.name())
                .temperature(temperature())
                .numPredict(settings.maxOutputTokens())
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private ChatModel anthropic() {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .apiKey(key())
                .modelName(settings.name())
                .temperature(temperature())
                .maxTokens(settings.maxOutputTokens())
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private ChatModel gemini() {
        return GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .apiKey(key())
                .modelName(settings.name())
                .temperature(temperature())
                .maxOutputTokens(settings.maxOutputTokens())
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private StreamingChatModel openAiStreaming() {
        boolean original = OPENAI_HOST.equals(settings.address().getHost());
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .apiKey(key())
                .modelName(settings.name())
                .temperature(temperature())
                .maxTokens(original ? null : settings.maxOutputTokens())
                .maxCompletionTokens(original ? settings.maxOutputTokens() : null)
                .timeout(timeout)
                .build();
    }

    private StreamingChatModel ollamaStreaming() {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .modelName(settings.name())
                .temperature(temperature())
                .numPredict(settings.maxOutputTokens())
                .timeout(timeout)
                .build();
    }

    private StreamingChatModel anthropicStreaming() {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .apiKey(key())
                .modelName(settings.name())
                .temperature(temperature())
                .maxTokens(settings.maxOutputTokens())
                .timeout(timeout)
                .build();
    }

    private StreamingChatModel geminiStreaming() {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address().toString())
                .apiKey(key())
                .modelName(settings.name())
                .temperature(temperature())
                .maxOutputTokens(settings.maxOutputTokens())
                .timeout(timeout)
                .build();
    }

    private @Nullable String key() {
        return settings.key().map(Secret::reveal).orElse(null);
    }

    private @Nullable Double temperature() {
        return settings.temperature().isPresent() ? settings.temperature().getAsDouble() : null;
    }
}
