package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Vistula                           | vistula
                    Paul Gross (actor)                | paul gross
                    Act of War: Direct Action         | act of war direct action
                    Река (Беларусь)                   | река
                    (Untitled)                        |
                    …                                 |
                    Ministers meet to talk of the new border rules |
                    """)
    void isTheTitleWithoutBracketsUnlessThatIsAHeadline(String title, String name) {
        assertThat(DocumentName.of(title)).isEqualTo(name);
    }

    @Test
    void textsMentionNamesByRunsOfWordsThatBeginWithACapitalOrADigit() {
        assertThat(DocumentName.in("He met Paul Gross in the 1946 season."))
                .contains("paul gross", "paul", "gross", "1946 season")
                .doesNotContain("1946", "met", "met paul", "season", "the 1946 season");
        assertThat(DocumentName.in("“Act of War: Direct Action”, 2005")).contains("act of war direct action");
        assertThat(DocumentName.in("")).isEmpty();
    }
}
