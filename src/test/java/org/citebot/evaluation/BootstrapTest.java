package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    /** Of 100 questions 50 are right. */
    private static final List<Double> HALF = values(50);

    private static List<Double> values(int right) {
        return IntStream.range(0, 100).mapToObj(i -> i < right ? 1.0 : 0.0).toList();
    }

    @Test
    void theSameValuesHaveTheSameInterval() {
        assertThat(Bootstrap.mean(HALF)).isEqualTo(Bootstrap.mean(HALF));
        assertThat(Bootstrap.paired(values(60), HALF)).isEqualTo(Bootstrap.paired(values(60), HALF));
    }

    @Test
    void theIntervalIsAboutThatOfTheNormalDistribution() {
        Figure mean = Bootstrap.mean(HALF);

        assertThat(mean.value()).isEqualTo(0.5);
        // 1.96 standard errors, the standard error being 0.05
        assertThat(mean.low()).isEqualTo(0.402, within(0.03));
        assertThat(mean.high()).isEqualTo(0.598, within(0.03));
    }

    @Test
    void whatNeverVariesHasNoWidth() {
        assertThat(Bootstrap.mean(Collections.nCopies(7, 0.25))).isEqualTo(new Figure(0.25, 0.25, 0.25));
    }

    @Test
    void resamplesWithoutAValueDoNotCount() {
        List<Prediction> two = List.of(new Prediction(0.9, true), new Prediction(0.1, false));

        assertThat(Bootstrap.statistic(two, Predictions::auroc)).isEqualTo(new Figure(1, 1, 1));
    }

    @Test
    void aDifferenceIsJudgedQuestionByQuestion() {
        Difference better = Bootstrap.paired(values(60), HALF);

        assertThat(better.mean()).isEqualTo(0.1, within(1e-9));
        assertThat(better.low()).isPositive();
        assertThat(better.p()).isLessThan(0.01);
        assertThat(Bootstrap.paired(HALF, HALF)).isEqualTo(new Difference(0, 0, 0, 1));
        assertThat(Bootstrap.paired(HALF, values(60)).p()).isEqualTo(1);
    }
}
