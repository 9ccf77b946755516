package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static Prediction yes(double score) {
        return new Prediction(score, true);
    }

    private static Prediction no(double score) {
        return new Prediction(score, false);
    }

    @Test
    void aurocCountsPairsInOrderAndTiesByHalf() {
        // Of four pairs three are in order and one is tied.
        assertThat(Predictions.auroc(List.of(yes(0.8), yes(0.5), no(0.5), no(0.2))))
                .isEqualTo(3.5 / 4, within(1e-9));
        assertThat(Predictions.auroc(List.of(no(0.1), no(0.2), yes(0.3)))).isEqualTo(1);
        assertThat(Predictions.auroc(List.of(yes(0.1), no(0.2)))).isZero();
        assertThat(Predictions.auroc(List.of(yes(0.3), yes(0.3), no(0.3), no(0.3), no(0.3))))
                .isEqualTo(0.5);
        assertThat(Predictions.auroc(List.of(yes(0.3), yes(0.4)))).isNaN();
    }

    @Test
    void balancedAccuracyWeighsBothSidesAlike() {
        // One of two positive ones is found, three of three negative ones are refused.
        assertThat(Predictions.balancedAccuracy(List.of(yes(1), yes(0.9), no(0.2), no(0.3), no(0.99)), 1))
                .isEqualTo((0.5 + 1) / 2, within(1e-9));
    }

    @Test
    void calibrationErrorIsTheWeightedGapOfTheBins() {
        // [0.9, 1]: mean 0.95, half true, gap 0.45 of two; [0.2, 0.3): mean 0.25, none true, gap 0.25 of one.
        assertThat(Predictions.calibrationError(List.of(yes(0.9), no(1.0), no(0.25))))
                .isEqualTo((2 * 0.45 + 0.25) / 3, within(1e-9));
        assertThat(Predictions.calibrationError(List.of(yes(1), no(0)))).isZero();
    }

    @Test
    void gapsInOppositeDirectionsCancelOnlyInsideABin() {
        assertThat(Predictions.calibrationError(List.of(yes(0.55), no(0.55)))).isEqualTo(0.05, within(1e-9));
        assertThat(Predictions.calibrationError(List.of(yes(0.45), no(0.55)))).isEqualTo(0.55, within(1e-9));
    }
}
