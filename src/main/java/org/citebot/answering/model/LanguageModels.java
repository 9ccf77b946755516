package org.citebot.answering.model;

import dev.langchain4j.model.chat.ChatModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.citebot.answering.LanguageModel;

/** Opens the model that is configured. */
public final class LanguageModels {

    private LanguageModels() {}

    /**
     * The model, ready to write; nothing is called, and nothing loaded but a GGUF file.
     *
     * @param data the folder of all state
     * @param clock says when a day begins, and how long a failing model has rested
     * @return empty if answers are to be quoted
     * @throws ModelUnavailableException if a GGUF file cannot be run here
     */
    public static Optional<LanguageModel> open(ModelSettings settings, Path data, Clock clock) {
        if (settings.provider() == ModelProvider.NONE) {
            return Optional.empty();
        }
        TokenBudget budget = TokenBudget.open(data.resolve("model.db"), settings, clock);
        ChatModel model = chatModel(settings, data);
        ModelCall call = new ChatModelCall(
                model, model instanceof LlamaChatModel llama ? llama.streaming() : ChatModels.streaming(settings));
        return Optional.of(new GuardedModel(settings, call, budget, clock, Thread::sleep));
    }

    /** The model without anything around it. */
    static ChatModel chatModel(ModelSettings settings, Path data) {
        return settings.provider() == ModelProvider.GGUF
                ? LlamaChatModel.load(settings, data.resolve("native"))
                : ChatModels.of(settings);
    }
}
