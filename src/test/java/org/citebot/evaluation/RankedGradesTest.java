package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankedGradesTest {

    @Test
    void theGradeItselfIsTheGain() {
        // 1 + 2 / log2(4) of at most 2 + 1 / log2(3)
        RankedGrades grades = RankedGrades.of(List.of(1.0, 0.0, 2.0), List.of(1.0, 2.0));

        assertThat(grades.ndcg(10)).isEqualTo(2 / 2.630929753571, within(1e-9));
        assertThat(grades.ndcg(2)).isEqualTo(1 / 2.630929753571, within(1e-9));
        assertThat(RankedGrades.of(List.of(2.0, 1.0), List.of(1.0, 2.0)).ndcg(10))
                .isEqualTo(1);
    }

    @Test
    void gradesOfZeroAndBelowAreNotRelevant() {
        RankedGrades grades = RankedGrades.of(List.of(0.0, -1.0, 1.0), List.of(0.0, -1.0, 1.0));

        assertThat(grades.reciprocalRank(10)).isEqualTo(1.0 / 3, within(1e-9));
        assertThat(grades.ndcg(10)).isEqualTo(0.5, within(1e-9));
        assertThat(grades.recall(3)).isEqualTo(1);
        assertThatThrownBy(() -> RankedGrades.of(List.of(1.0), List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recallCountsRelevantDocumentsThatWereNeverFoundToo() {
        RankedGrades grades = RankedGrades.of(List.of(1.0, 0.0, 1.0), List.of(1.0, 1.0, 1.0, 1.0));

        assertThat(grades.recall(1)).isEqualTo(0.25);
        assertThat(grades.recall(100)).isEqualTo(0.5);
        assertThat(grades.fullRecall(100)).isZero();
        assertThat(RankedGrades.of(List.of(1.0, 1.0, 1.0), Collections.nCopies(3, 1.0))
                        .fullRecall(3))
                .isEqualTo(1);
    }

    @Test
    void whatStandsTooDeepDoesNotCount() {
        RankedGrades grades = RankedGrades.of(List.of(0.0, 0.0, 1.0), List.of(1.0));

        assertThat(grades.reciprocalRank(2)).isZero();
        assertThat(grades.ndcg(2)).isZero();
        assertThat(grades.recall(2)).isZero();
        assertThat(RankedGrades.of(List.of(), List.of(1.0)).ndcg(10)).isZero();
    }
}
