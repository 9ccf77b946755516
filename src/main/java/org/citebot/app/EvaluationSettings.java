package org.citebot.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.citebot.retrieval.Confidence;
import org.jspecify.annotations.Nullable;

/** What figures were measured with. */
final class EvaluationSettings {

    private EvaluationSettings() {}

    /** @param embeddingModel null if everything was found by words alone */
    static Map<String, String> of(AllSettings settings, @Nullable String embeddingModel) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("version", new CitebotVersion().getVersion()[0]);
        map.put("retrieval.embedding", Boolean.toString(settings.embedding()));
        map.put("embedding model", embeddingModel == null ? "none" : embeddingModel);
        map.put("answer from confidence", Double.toString(Confidence.ANSWER_FROM));
        map.put("model.provider", settings.model().provider().name().toLowerCase(Locale.ROOT));
        map.put("java", Runtime.version().toString());
        map.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return map;
    }
}
