package org.citebot.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100,000 men            | 100000
            100 thousand men       | 100000
            a hundred thousand men | 100000
            100 000 men            | 100000
            in 2024 300 men        | 2024 300
            41.3 % of them         | 41.3%
            41.3 per cent          | 41.3%
            twenty-five percent    | 25%
            1.5 million            | 1500000
            1,500,000              | 1500000
            two hundred and six    | 206
            two and three          | 2 3
            one of them            | ''
            no numbers             | ''
            12 млн крон            | 12000000
            12 миллиардов          | 12000000000
            $3bn                   | 3000000000
            3 trillion             | 3000000000000
            30.01.2024             | 30.01 2024
            the 1990s              | 1990
            two dozen              | 24
            0.0                    | 0
            """)
    void areEqualHoweverTheyAreWritten(String text, String values) {
        assertThat(Quantity.of(text).stream().map(Quantity::value))
                .containsExactly(values.isEmpty() ? new String[0] : values.split(" ", -1));
    }
}
