package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citebot.evaluation.ClaimEvaluator.ClaimResult;
import org.junit.jupiter.api.Test;

class ClaimEvaluatorTest {

    private static final List<String> PAGE = List.of(
            "The gazette of the port.",
            "",
            "The new pier will open in June.",
            "It has room for forty ships.",
            "The old bridge over the Wend was closed on Tuesday.");

    private static ClaimResult evaluate(String claim, String label, List<List<Integer>> supporting) {
        return new ClaimEvaluator().evaluate(new LabelledClaim("1", claim, PAGE, label, supporting));
    }

    @Test
    void whatIsProvedScoresAboveWhatIsNot() {
        ClaimResult proved = evaluate("The new pier will open in June.", "supported", List.of(List.of(2)));
        ClaimResult not = evaluate("It has room for ninety ships.", "not_supported", List.of());

        assertThat(proved.prediction().score()).isGreaterThanOrEqualTo(1);
        assertThat(proved.prediction().positive()).isTrue();
        assertThat(proved.rPrecision()).isEqualTo(1);
        assertThat(not.prediction().score()).isLessThan(1).isPositive();
        assertThat(not.prediction().positive()).isFalse();
        assertThat(not.rPrecision()).isNull();
    }

    @Test
    void theSetThatFitsBestCountsAndNumbersAreThoseOfThePage() {
        assertThat(evaluate("The old bridge was closed.", "supported", List.of(List.of(0), List.of(4)))
                        .rPrecision())
                .isEqualTo(1);
        assertThat(evaluate("The old bridge was closed.", "supported", List.of(List.of(2, 4)))
                        .rPrecision())
                .isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void aClaimWithoutAPageIsNotSupported() {
        ClaimResult result = new ClaimEvaluator()
                .evaluate(new LabelledClaim("1", "The pier is new.", List.of(" "), "supported", List.of(List.of(0))));

        assertThat(result.prediction()).isEqualTo(new Prediction(0, true));
    }

    @Test
    void figuresNeedClaimsOfBothKinds() {
        ClaimResult supported = new ClaimResult(new Prediction(1.5, true), 0.5);
        ClaimResult missed = new ClaimResult(new Prediction(0.5, true), null);
        ClaimResult refused = new ClaimResult(new Prediction(0.2, false), null);

        Map<String, Figure> figures = ClaimEvaluator.figures(List.of(supported, missed, refused));
        assertThat(figures).containsOnlyKeys("balanced_accuracy", "support_auroc", "evidence_r_precision");
        assertThat(figures.get("balanced_accuracy"))
                .extracting(figure -> figure == null ? -1 : figure.value())
                .isEqualTo(0.75);
        assertThat(ClaimEvaluator.figures(List.of(supported))).containsOnlyKeys("evidence_r_precision");
    }
}
