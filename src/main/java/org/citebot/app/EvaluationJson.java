package org.citebot.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citebot.corpus.DocumentId;
import org.citebot.evaluation.Baseline;
import org.citebot.evaluation.Difference;
import org.citebot.evaluation.Evaluation;
import org.citebot.evaluation.EvaluationReport;
import org.citebot.evaluation.Figure;
import org.citebot.evaluation.QuestionResult;
import org.jspecify.annotations.Nullable;

/** What was measured, as lines of JSON. */
final class EvaluationJson {

    private static final JsonMapper JSON = new JsonMapper();

    private EvaluationJson() {}

    /** A set: its figures first, then what stands beside them where there is any. */
    static String of(EvaluationReport.Entry entry) {
        Evaluation evaluation = entry.evaluation();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("set", evaluation.set());
        map.put("questions", evaluation.questions());
        Map<String, Object> figures = new LinkedHashMap<>();
        evaluation.figures().forEach((name, figure) -> figures.put(name, figure(figure)));
        map.put("figures", figures);
        map.put("seconds", Math.round(evaluation.time().toMillis() / 100.0) / 10.0);
        map.put("settings", entry.settings());
        beside(evaluation, map);
        return line(map);
    }

    private static void beside(Evaluation evaluation, Map<String, @Nullable Object> map) {
        if (evaluation.claims() > 0) {
            map.put("claims", evaluation.claims());
        }
        if (evaluation.pages() > 0) {
            map.put("pages", evaluation.pages());
        }
        if (evaluation.statements() > 0) {
            map.put("statements", evaluation.statements());
        }
        if (evaluation.failed() > 0) {
            map.put("failed", evaluation.failed());
        }
        Evaluation.Latency latency = evaluation.latency();
        if (latency != null) {
            map.put("question_ms_p50", millis(latency.median()));
            map.put("question_ms_p95", millis(latency.percentile95()));
        }
        Double quote = evaluation.quoteLength();
        Double passage = evaluation.passageLength();
        if (quote != null && passage != null) {
            map.put("mean_quote_characters", round(quote));
            map.put("mean_passage_characters", round(passage));
        }
        if (!evaluation.baselines().isEmpty()) {
            map.put("baselines", baselines(evaluation.baselines()));
        }
    }

    private static Map<String, Map<String, Object>> baselines(List<Baseline> baselines) {
        Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
        for (Baseline baseline : baselines) {
            Map<String, Object> value = figure(baseline.value());
            value.put("gain", difference(baseline.gain()));
            figures.computeIfAbsent(baseline.figure(), name -> new LinkedHashMap<>())
                    .put(baseline.method().name().toLowerCase(Locale.ROOT), value);
        }
        return figures;
    }

    /** One question: for those who tune. */
    static String of(String set, QuestionResult result) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("set", set);
        map.put("id", result.id());
        map.put("confidence", result.confidence());
        map.put("abstained", result.abstained());
        map.put("answerable", result.answerable());
        map.put("right", result.right());
        map.put("scores", result.scores());
        map.put("milliseconds", millis(result.time()));
        map.put("documents", result.documents().stream().map(DocumentId::value).toList());
        return line(map);
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", round(figure.value()));
        map.put("low", round(figure.low()));
        map.put("high", round(figure.high()));
        return map;
    }

    private static Map<String, Object> difference(Difference difference) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mean", round(difference.mean()));
        map.put("low", round(difference.low()));
        map.put("high", round(difference.high()));
        map.put("p", round(difference.p()));
        return map;
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 10_000.0) / 100.0;
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static String line(Map<String, @Nullable Object> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, strings and numbers are always JSON", e);
        }
    }
}
