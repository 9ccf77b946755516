package org.citebot.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.citebot.language.Language;
import org.citebot.language.SentenceSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationParserTest {

    private final CitationParser parser = new CitationParser(new SentenceSplitter());

    private String parsed(String reply) {
        return parser.parse(reply, Language.ENGLISH).stream()
                .map(sentence -> sentence.text() + " " + sentence.passages())
                .collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            One is so [1]. Two is so [2].            | One is so. [1] / Two is so. [2]
            One is so. [1] Two is so. [2]            | One is so. [1] / Two is so. [2]
            One is so.[1]Two is so.[2]               | One is so. [1] / Two is so. [2]
            One is so [1][2].                        | One is so. [1, 2]
            One is so [1, 2].                        | One is so. [1, 2]
            One is so [1-3].                         | One is so. [1, 2, 3]
            One is so [3-1].                         | One is so. [0]
            One is so [1-999999].                    | One is so. [0]
            One is so [99999999999999999999].        | One is so. [0]
            One is so【1】.                           | One is so. [1]
            One is so【1†source】.                    | One is so. [1]
            One is so［２］.                           | One is so. [2]
            One is so.[^1]                           | One is so. [1]
            One is so [Passage 3].                   | One is so. [3]
            [1] One is so. [2] Two is so.            | One is so. [1] / Two is so. [2]
            One is so. Two is so. [1]                | One is so. [] / Two is so. [1]
            One is **so** [1].                       | One is so. [1]
            See https://evil.example/a?b=c now [1].  | See now. [1]
            See [the page](http://evil.example) [1]. | See the page. [1]
            See [1](http://evil.example).            | See. [1]
            Go to evil.com or @evil or tg://x/y [1]. | Go to or or. [1]
            Paid in the U.S. in 2020 [1].            | Paid in the U.S. in 2020. [1]
            """)
    void readsMarkersWhereverTheyStand(String reply, String sentences) {
        assertThat(parsed(reply)).isEqualTo(sentences);
    }

    @Test
    void readsListsAndDropsFormAndSources() {
        assertThat(parsed("""
                ## Answer
                ```markdown
                - **One** is so [1]
                - Two is so [2].
                ```
                3. Three is
                   so [3].

                > Four is so. [4]

                [1] The Outlet, 2024
                [2]: http://outlet.example

                Sources:
                [3] Three was here.
                """))
                .isEqualTo("Answer [] / One is so [1] / Two is so. [2] / Three is so. [3] / Four is so. [4]");
    }

    @Test
    void takesAMarkerOnALineOfItsOwnToTheLineBefore() {
        assertThat(parsed("One is so.\n[1]\n\nTwo is so.\n[2]")).isEqualTo("One is so. [1] / Two is so. [2]");
    }

    @Test
    void readsMarkersBeforeEachLine() {
        assertThat(parsed("[1] One is so.\n[1] Two is so.\n[2]: Three is so."))
                .isEqualTo("One is so. [1] / Two is so. [1] / Three is so. [2]");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(parser.parse("", Language.ENGLISH)).isEmpty();
        assertThat(parser.parse("[1] [2]\n***\n```", Language.ENGLISH)).isEmpty();
    }

    @Test
    void survivesWhateverAModelWrites() {
        long seed = System.nanoTime();
        System.out.println("CitationParserTest seed " + seed);
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "[1]",
                "[",
                "]",
                "【",
                "】",
                "[1-",
                "9]",
                "†",
                "\n",
                "\n\n",
                "- ",
                "* ",
                "1. ",
                "#",
                "```",
                "**",
                "_",
                "`",
                ">",
                "http://",
                "www.",
                "a.b.c.com",
                "@",
                "<b",
                ">",
                "](",
                ")",
                "![",
                "Sources:",
                "One is so. ",
                "Two! ",
                "U.S. ",
                "\u200B",
                "\uD800",
                "\u202E",
                "٣",
                "²",
                "“",
                "”",
                " ",
                "\t",
                "\r",
                "[^2]",
                "word ",
                "…",
                "é",
                "港。");
        for (int round = 0; round < 2_000; round++) {
            String reply = random.ints(random.nextInt(60), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            for (CitedSentence sentence :
                    parser.parse(reply, random.nextBoolean() ? Language.ENGLISH : Language.RUSSIAN)) {
                assertThat(sentence.text()).as(reply).isNotBlank().doesNotContain("://", "www.", "\n");
                assertThat(sentence.passages()).as(reply).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void isQuickHoweverLongTheReply() {
        for (String piece : List.of("[", "[1", "a.", "a@", "<a", "[1](", "“", "*", "1,", "www.", "> ", "[1, ")) {
            assertThat(parser.parse(piece.repeat(50_000), Language.ENGLISH)).hasSizeLessThan(60_000);
        }
    }
}
