package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citebot.SharedMaterial;
import org.junit.jupiter.api.Test;

class CheckTableTest {

    private static void assertThatNothingWrongIsSaid(List<String> attacks) {
        long seed = System.nanoTime();
        System.out.println("CheckTableTest seed " + seed);
        List<CheckTable.Line> lines = CheckTable.measure(attacks, seed);
        CheckTable.print(lines, System.out);

        assertThat(line(lines, "lying").wrong()).isEmpty();
        assertThat(line(lines, "obeying").wrong()).isEmpty();
        assertThat(line(lines, "good").kept()).isGreaterThan(line(lines, "good").said() * 9 / 10);
        assertThat(line(lines, "format_ignoring").kept()).isZero();
        assertThat(line(lines, "empty").kept()).isZero();
        assertThat(line(lines, "cut").kept()).isPositive();
    }

    private static CheckTable.Line line(List<CheckTable.Line> lines, String model) {
        return lines.stream()
                .filter(line -> line.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingThatIsWrongIsSaid() {
        assertThatNothingWrongIsSaid(List.of());
    }

    @Test
    void nothingThatIsWrongIsSaidOverPublicAttacks() {
        assertThatNothingWrongIsSaid(SharedMaterial.values("bench/bipia/attacks.jsonl", "text"));
    }
}
