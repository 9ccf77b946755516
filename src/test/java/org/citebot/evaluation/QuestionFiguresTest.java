package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionFiguresTest {

    private static QuestionResult result(
            double confidence,
            boolean abstained,
            @Nullable Boolean answerable,
            @Nullable Boolean right,
            Map<String, Double> scores,
            Map<BaselineMethod, Map<String, Double>> baselines) {
        return new QuestionResult(
                "1",
                List.of(),
                confidence,
                abstained,
                false,
                answerable,
                right,
                scores,
                baselines,
                Duration.ofMillis(1),
                List.of(),
                List.of());
    }

    private static double value(Map<String, Figure> figures, String name) {
        return figures.getOrDefault(name, new Figure(-1, -1, -1)).value();
    }

    @Test
    void abstentionIsMeasuredOverTheLabelledQuestions() {
        Map<String, Figure> figures = QuestionFigures.of(List.of(
                result(0.9, false, true, true, Map.of(), Map.of()),
                result(0.4, true, true, false, Map.of(), Map.of()),
                result(0.3, true, false, false, Map.of(), Map.of()),
                result(0.7, false, false, false, Map.of(), Map.of()),
                result(0.2, true, null, null, Map.of(), Map.of())));

        assertThat(value(figures, "abstained")).isEqualTo(0.6, within(1e-9));
        assertThat(value(figures, "abstention_auroc")).isEqualTo(0.75, within(1e-9));
        assertThat(value(figures, "abstention_precision")).isEqualTo(0.5, within(1e-9));
        assertThat(value(figures, "abstention_recall")).isEqualTo(0.5, within(1e-9));
        assertThat(value(figures, "calibration_error")).isEqualTo((0.1 + 0.4 + 0.3 + 0.7) / 4, within(1e-9));
    }

    @Test
    void whatTheLabelsDoNotAllowIsLeftOut() {
        assertThat(QuestionFigures.of(List.of(result(0.9, false, true, null, Map.of("ndcg@10", 1.0), Map.of()))))
                .containsOnlyKeys("ndcg@10", "abstained");
        assertThat(QuestionFigures.of(List.of())).isEmpty();
    }

    @Test
    void baselinesAreComparedOverTheSameQuestions() {
        List<Baseline> baselines = QuestionFigures.baselines(List.of(
                result(
                        0.9,
                        false,
                        null,
                        null,
                        Map.of("recall@1", 1.0),
                        Map.of(BaselineMethod.WORDS, Map.of("recall@1", 0.5))),
                result(0.9, false, null, null, Map.of(), Map.of())));

        assertThat(baselines)
                .containsExactly(new Baseline(
                        "recall@1", BaselineMethod.WORDS, new Figure(0.5, 0.5, 0.5), new Difference(0.5, 0.5, 0.5, 0)));
    }
}
