package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.citebot.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {

    private static boolean holds(String text, String answer, Language language) {
        return NormalizedText.of(text, language).contains(NormalizedText.of(answer, language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It cost $12 million, she said. | 12 Million
                    The U.S. sent a ship           | the US
                    a well-known harbour           | wellknown harbour
                    Russia’s fleet                 | Russia's
                    quay — the old one             | quay old one
                    in 1922–26 it stood            | 1922
                    «Сад» и дом                    | сад
                    """)
    void answersMatchBeyondCaseArticlesAndPunctuation(String text, String answer) {
        assertThat(holds(text, answer, Language.ENGLISH)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It holds 112 ships    | 12
                    The carpet was red    | car
                    two old ships         | two ships
                    nothing is asked here | the
                    nothing is asked here | ''
                    """)
    void onlyWholeTokensInARowMatch(String text, String answer) {
        assertThat(holds(text, answer, Language.ENGLISH)).isFalse();
    }

    @Test
    void slavicAnswersMatchInAnyCase() {
        assertThat(holds("Концерт был в Саксонском саду.", "Саксонский сад", Language.RUSSIAN))
                .isTrue();
        assertThat(holds("Концерт был в Саксонском саду.", "Саксонский сад", Language.ENGLISH))
                .isFalse();
        assertThat(holds("Він говорив про столицю України.", "столиця Україна", Language.UKRAINIAN))
                .isTrue();
        assertThat(holds("В 1922 году театр Ogród закрыли.", "Ogród", Language.RUSSIAN))
                .isTrue();
    }

    @Test
    void f1CountsCommonTokensOnceEach() {
        NormalizedText four = NormalizedText.of("ships ships left harbour", Language.OTHER);

        assertThat(four.f1(NormalizedText.of("ships left", Language.OTHER))).isEqualTo(2 * 2 / 6.0, within(1e-9));
        assertThat(four.f1(NormalizedText.of("ships ships ships", Language.OTHER)))
                .isEqualTo(2 * 2 / 7.0, within(1e-9));
        assertThat(four.f1(NormalizedText.of("", Language.OTHER))).isZero();
    }
}
