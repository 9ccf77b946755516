package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SketchTest {

    private static double similarity(String one, String other) {
        return Sketch.of(one).similarity(Sketch.ofBytes(Sketch.of(other).toBytes()));
    }

    @Test
    void typographyAndCapitalsDoNotCount() {
        assertThat(similarity("“The Border’s closed,” he said – again.", "the border's CLOSED he said\n\nagain"))
                .isEqualTo(1);
    }

    @Test
    void shortTextsAreComparedExactly() {
        assertThat(similarity("a b c d", "a b c e")).isEqualTo(1 / 3.0);
        assertThat(similarity("one", "one")).isEqualTo(1);
        assertThat(similarity("one", "two")).isZero();
        assertThat(similarity("", "")).isZero();
        assertThat(similarity("", "one two three")).isZero();
    }

    @Test
    void theOrderOfWordsCounts() {
        assertThat(similarity("dog bites man today", "man bites dog today")).isZero();
    }

    @Test
    void estimatesTheShareOfLongTexts() {
        long seed = System.nanoTime();
        System.out.println("SketchTest seed " + seed);
        Random random = new Random(seed);
        for (int kept : new int[] {0, 100, 300, 500, 700, 900, 1000}) {
            String one = words(random, 1000);
            String other = one.substring(0, cut(one, kept)) + words(random, 1000 - kept);

            assertThat(similarity(one, other)).as("%d words kept", kept).isCloseTo(exact(one, other), within(0.2));
        }
    }

    private static int cut(String text, int words) {
        int end = 0;
        for (int i = 0; i < words; i++) {
            end = text.indexOf(' ', end) + 1;
        }
        return end;
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + random.nextInt(100_000) + " ")
                .collect(Collectors.joining());
    }

    private static double exact(String one, String other) {
        Set<String> all = shingles(one);
        Set<String> common = new HashSet<>(all);
        Set<String> others = shingles(other);
        common.retainAll(others);
        all.addAll(others);
        return (double) common.size() / all.size();
    }

    private static Set<String> shingles(String text) {
        String[] words = text.split(" ", -1);
        return IntStream.range(0, words.length - 3)
                .mapToObj(i -> words[i] + " " + words[i + 1] + " " + words[i + 2])
                .collect(Collectors.toCollection(HashSet::new));
    }
}
