package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormsTest {

    private final NumberForms forms = new NumberForms();

    @ParameterizedTest
    @CsvSource({
        "2, II",
        "2, two",
        "2, second",
        "2nd, 2",
        "two, 2",
        "Two, second",
        "II, 2nd",
        "ninety, 90",
        "100, hundred",
        "1000000, million",
        "'10,000', 10000",
        "10000, '10,000'",
        "10000, 10.000",
        "80s, 1980s",
        "2019, 2019"
    })
    void aNumberIsWrittenInManyWays(String word, String form) {
        assertThat(forms.of(word, Language.ENGLISH, Language.ENGLISH)).contains(form);
    }

    @ParameterizedTest
    @CsvSource({"2, three", "2, III", "2, twenty", "20, two", "2019, 2018", "80s, 1970s", "100, one", "1000, hundred"})
    void anotherNumberIsNoneOfThem(String word, String other) {
        assertThat(forms.of(word, Language.ENGLISH, Language.ENGLISH))
                .isNotEmpty()
                .doesNotContain(other);
    }

    @ParameterizedTest
    @CsvSource({"3, ru, тремя", "2, ru, второй", "12, uk, дванадцять", "3, be, тры", "2, pl, dwóch", "1000, pl, tysiąc"
    })
    void wordsAreThoseOfTheLanguageOfTheText(String word, String language, String form) {
        assertThat(forms.of(word, Language.ENGLISH, Language.ofCode(language))).contains(form);
        assertThat(forms.of(form, Language.ofCode(language), Language.ENGLISH)).contains(word);
        assertThat(forms.of(form, Language.ENGLISH, Language.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F-16", "0.5", "I", "X", "DIX", "weapons", "2oth", "12345678901234567890"})
    void whatIsNoNumberHasNoForms(String word) {
        assertThat(forms.of(word, Language.ENGLISH, Language.ENGLISH)).isEmpty();
    }

    @Test
    void inALanguageThatIsNotKnownThereAreNoWords() {
        assertThat(forms.of("3", Language.OTHER, Language.OTHER)).containsExactlyInAnyOrder("3", "III");
    }
}
