package org.citebot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.citebot.language.TextSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationFinderTest {

    private final QuotationFinder finder = new QuotationFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    He said “no” twice. | “no”
                    He said "no" twice. | "no"
                    He said «no «never» no» twice. | «no «never» no»
                    He said „no“ twice. | „no“
                    ‘It’s the growers’ rack,’ she said. | ‘It’s the growers’ rack,’
                    “I told him ‘no’,” she said. | “I told him ‘no’,”
                    """)
    void findsTheOutermostMarks(String text, String quoted) {
        assertThat(finder.find(text, new TextSpan(0, text.length())))
                .extracting(quotation -> quotation.span().in(text))
                .containsExactly(quoted);
    }

    @Test
    void apostrophesAreNoMarks() {
        String text = "The rowers’ boat isn’t Ada’s, and it's not the rowers' fault.";

        assertThat(finder.find(text, new TextSpan(0, text.length()))).isEmpty();
    }

    @Test
    void aQuotationThatGoesOnIsOpen() {
        String text = "“We tried it.\n\n“It held.”";

        assertThat(finder.find(text, new TextSpan(0, 13))).containsExactly(new Quotation(new TextSpan(0, 13), false));
    }
}
