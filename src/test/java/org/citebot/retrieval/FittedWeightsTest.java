package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FittedWeightsTest {

    @Test
    void aSumCountsWhatHasAWeight() {
        FittedWeights weights = new FittedWeights(Map.of("COVERAGE", 2.0, "PAIRS", -1.0));
        assertThat(weights.sum(Map.of(
                        SentenceFeature.COVERAGE, 0.5,
                        SentenceFeature.PAIRS, 0.25,
                        SentenceFeature.DENSITY, 9.0)))
                .isEqualTo(0.75);
    }

    @Test
    void theFilesNameOnlyFeaturesThatAreMeasured() {
        assertThat(FittedWeights.read("sentence-weights.txt").byName())
                .containsOnlyKeys(
                        SentenceFeature.RANKING.stream().map(Enum::name).toList());
        assertThat(FittedWeights.read("confidence-weights.txt").byName())
                .containsOnlyKeys(Arrays.stream(ConfidenceFeature.values())
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void whatTheConfidenceMeasuresOfASentenceIsMeasuredOfSentences() {
        assertThat(Arrays.stream(ConfidenceFeature.values())
                        .filter(feature -> feature != ConfidenceFeature.ALWAYS)
                        .filter(feature -> feature != ConfidenceFeature.BEST_SIMILARITY)
                        .map(Enum::name))
                .isSubsetOf(
                        Arrays.stream(SentenceFeature.values()).map(Enum::name).toList());
    }
}
