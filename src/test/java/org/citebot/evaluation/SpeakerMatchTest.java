package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerMatchTest {

    private static boolean isRight(@Nullable String found, @Nullable String labelled) {
        return isRight(found, null, labelled, null);
    }

    private static boolean isRight(
            @Nullable String found, @Nullable String words, @Nullable String labelled, @Nullable String labelledWords) {
        return SpeakerMatch.isRight(
                found,
                words,
                new LabelledStatement("a", "direct", new TextSpan(0, 1), "b", labelled, labelledWords, null, false));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Ada Marsh, Ada Marsh, true
                    Marsh, Ada Marsh, true
                    Dr. Ada Marsh, Ada Marsh, true
                    Tom Marsh, Ada Marsh, false
                    Ada, Tom Ada Marsh, false
                    ISL, Institute for the Study of Locks, true
                    the council, town council, true
                    a spokesman for the agency, a spokesman for the plant health agency, true
                    the mayor, the mayor’s office, false
                    Ada Marsh, Ada Marsh’s office, false
                    two officials, two officials briefed on the plan, true
                    the officials’ lawyer, two officials, false
                    """)
    void comparesNames(String found, String labelled, boolean right) {
        assertThat(isRight(found, labelled)).isEqualTo(right);
    }

    @Test
    void theWordsOfTheDocumentCountUnlessTheyAreAPronoun() {
        assertThat(isRight("Harbour Board", "the harbour board", "the harbour board", null))
                .isTrue();
        assertThat(isRight("Democrats", "four Democrats briefed on it", "four Democrats briefed on it", null))
                .isTrue();
        assertThat(isRight("Tom Marsh", "she", "Ada Marsh", "she")).isFalse();
        assertThat(isRight("Tom Marsh", "the mayor", "Ada Marsh", "the mayor")).isFalse();
    }

    @Test
    void aGivenNameIsEnoughWhereTheDocumentGivesNoMore() {
        assertThat(isRight("Ada", null, "Ada Marsh", "his wife, Ada")).isTrue();
        assertThat(isRight("Ada", null, "Ada Marsh", "she")).isFalse();
        assertThat(isRight("Ada", null, "Tom Marsh", "his wife, Ada")).isFalse();
    }

    @Test
    void whereItIsOpenNobodyIsRight() {
        assertThat(isRight(null, null)).isTrue();
        assertThat(isRight("Ada Marsh", null)).isFalse();
        assertThat(isRight(null, "Ada Marsh")).isFalse();
    }
}
