package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphSplitterTest {

    @Test
    void takesBlankLinesForWalls() {
        assertThat(paragraphs("\n\n Title \n\n0\n24\n\u00A0\nOne line\nand another.\n\n\n"))
                .containsExactly("Title", "0\n24", "One line\nand another.");
    }

    @Test
    void separatesTheItemsOfAList() {
        assertThat(paragraphs("There are three:\n- one\n  wrapped\n- two\n\n1. first\n2. second"))
                .containsExactly("There are three:", "- one\n  wrapped", "- two", "1. first", "2. second");
    }

    @Test
    void doesNotTakeAWrappedDashOrNumberForAnItem() {
        assertThat(paragraphs("The river\n– the longest of all –\nrose to\n3. place in the table"))
                .hasSize(1);
    }

    @Test
    void separatesParagraphsWrittenOnALineEach() {
        String first = "A long line that goes on and on " + "and on ".repeat(20) + "to its end.";
        assertThat(paragraphs(first + "\nA second one.")).containsExactly(first, "A second one.");
    }

    private static List<String> paragraphs(String text) {
        return new ParagraphSplitter()
                .split(text).stream().map(span -> span.in(text)).toList();
    }
}
