package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerMatchTest {

    private static boolean isRight(@Nullable String found, @Nullable String labelled) {
        return SpeakerMatch.isRight(
                found, null, new LabelledStatement("a", "direct", new TextSpan(0, 1), "b", labelled, null, null));
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
                    """)
    void comparesNames(String found, String labelled, boolean right) {
        assertThat(isRight(found, labelled)).isEqualTo(right);
    }

    @Test
    void whereItIsOpenNobodyIsRight() {
        assertThat(isRight(null, null)).isTrue();
        assertThat(isRight("Ada Marsh", null)).isFalse();
        assertThat(isRight(null, "Ada Marsh")).isFalse();
    }
}
