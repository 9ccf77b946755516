package org.citebot.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.citebot.retrieval.Confidence;
import org.jspecify.annotations.Nullable;

/** What figures were measured with. */
final class EvaluationSettings {

    private EvaluationSettings() {}

    /** Of what needs no settings. */
    static Map<String, String> ofProgram() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("version", new CitebotVersion().getVersion()[0]);
        map.put("java", Runtime.version().toString());
        map.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return map;
    }

    /**
     * Of answers.
     *
     * @param embeddingModel null if everything was found by words alone
     */
    static Map<String, String> of(AllSettings settings, @Nullable String embeddingModel) {
        Map<String, String> map = ofProgram();
        map.put("retrieval.embedding", Boolean.toString(settings.retrieval().embedding()));
        map.put("embedding_model", embeddingModel == null ? "none" : embeddingModel);
        map.put(
                "cross_encoder",
                settings.retrieval()
                        .crossEncoder()
                        .map(files -> files.model().getFileName().toString())
                        .orElse("none"));
        map.put("answer_from_confidence", Double.toString(Confidence.ANSWER_FROM));
        map.put("model.provider", settings.model().provider().name().toLowerCase(Locale.ROOT));
        map.put("model.name", settings.model().name());
        return map;
    }
}
