package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConvexFitTest {

    /** Of (x - 3)² + 100 (y + 1)², which is a hundred times steeper one way than the other. */
    @Test
    void findsTheLeastValueOfALongValley() {
        double[] least = ConvexFit.least(
                (point, gradient) -> {
                    gradient[0] += 2 * (point[0] - 3);
                    gradient[1] += 200 * (point[1] + 1);
                    return (point[0] - 3) * (point[0] - 3) + 100 * (point[1] + 1) * (point[1] + 1);
                },
                2);
        assertThat(least[0]).isCloseTo(3, within(1e-4));
        assertThat(least[1]).isCloseTo(-1, within(1e-4));
    }
}
