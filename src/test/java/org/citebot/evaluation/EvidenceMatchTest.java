package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;

class EvidenceMatchTest {

    private static List<NormalizedText> texts(String... texts) {
        return Stream.of(texts)
                .map(text -> NormalizedText.of(text, Language.OTHER))
                .toList();
    }

    @Test
    void onlyAsManySentencesCountAsAreMarked() {
        List<NormalizedText> ranked = texts("one two three", "four five six", "seven eight nine");

        assertThat(EvidenceMatch.rPrecision(ranked, texts("one two three", "seven eight nine")))
                .isEqualTo(0.5);
        assertThat(EvidenceMatch.rPrecision(ranked, texts("four five six"))).isZero();
        assertThat(EvidenceMatch.rPrecision(List.of(), texts("four five six"))).isZero();
    }

    @Test
    void aMarkedSentenceIsFoundOnce() {
        List<NormalizedText> ranked = texts("one two three", "one two three", "four five six");

        assertThat(EvidenceMatch.rPrecision(ranked, texts("one two three", "four five six")))
                .isEqualTo(0.5);
    }

    @Test
    void fourFifthsOfTheTokensAreEnough() {
        assertThat(EvidenceMatch.rPrecision(texts("b c d e x"), texts("b c d e f")))
                .isEqualTo(1);
        assertThat(EvidenceMatch.rPrecision(texts("b c d x y"), texts("b c d e f")))
                .isZero();
    }
}
