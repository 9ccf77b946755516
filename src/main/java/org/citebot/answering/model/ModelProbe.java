package org.citebot.answering.model;

import java.nio.file.Path;
import java.time.Duration;
import org.citebot.answering.ModelPrompt;
import org.citebot.answering.model.CallResult.Broke;
import org.citebot.answering.model.CallResult.Wrote;

/** Tries the model that is configured, as a person would who wonders why it does not write. */
public final class ModelProbe {

    private static final ModelPrompt PROMPT = new ModelPrompt("", "Reply with the word OK.");
    /** Some servers refuse to write less. */
    private static final int OUTPUT_TOKENS = 16;

    private ModelProbe() {}

    /**
     * Calls it once, within the deadline of a question, for some twenty tokens that no budget counts.
     *
     * @param data the folder of all state
     * @return how long it took
     * @throws ModelUnavailableException if it does not answer; the message says what to do
     */
    public static Duration call(ModelSettings settings, Path data) {
        long begun = System.nanoTime();
        try (ModelCall model =
                new ChatModelCall(LanguageModels.chatModel(settings.writingAtMost(OUTPUT_TOKENS), data), null)) {
            return switch (model.call(PROMPT, settings.deadline())) {
                case Wrote wrote -> Duration.ofNanos(System.nanoTime() - begun);
                case Broke broke ->
                    throw new ModelUnavailableException(
                            settings.shownName() + " does not answer: " + why(broke, settings));
            };
        }
    }

    private static String why(Broke broke, ModelSettings settings) {
        if (broke.remedy() != null) {
            return broke.remedy();
        }
        return switch (broke.cause()) {
            case TIMEOUT ->
                "it took longer than " + settings.deadline().toSeconds()
                        + " s; try again when it has loaded, raise model.deadline, or take a smaller model";
            case UNAVAILABLE, RESTING, REFUSED, BUDGET ->
                settings.provider() == ModelProvider.GGUF
                        ? "what it writes cannot be read; check model.path"
                        : "nobody answers as a model would at " + settings.address()
                                + "; check model.url, and that the server runs";
        };
    }
}
