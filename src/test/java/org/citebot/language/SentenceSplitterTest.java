package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    private final SentenceSplitter splitter = new SentenceSplitter();

    /** Each case is written with the bars that the splitter must find. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ENGLISH    ; They met in St. Petersburg on Monday. | The talks went on.
            ENGLISH    ; He visited the Church of St. Mary. | She did not.
            ENGLISH    ; The U.S. President spoke. | He left.
            ENGLISH    ; They flew to the U.S. | The visit was short.
            ENGLISH    ; Mr. Smith met Gen. Valery Zaluzhny at 5 p.m. in Kyiv. | Nobody else came.
            ENGLISH    ; J. K. Rowling and J.R.R. Tolkien wrote books. | George W. Bush read them.
            ENGLISH    ; Prices rose by 3.5 percent to $1.20. | Wages did not.
            ENGLISH    ; On Jan. 29, Putin signed it. | See No. 5 and p. 12 for more.
            ENGLISH    ; Why not? | He said no. | Yes!
            ENGLISH    ; “Will he go?” she asked. | Nobody knew.
            ENGLISH    ; “Will he go?” Liubakova asked on Monday. | Nobody knew.
            ENGLISH    ; “We stay!” the acting commander of the brigade shouted. | They did.
            ENGLISH    ; “The two run in parallel.” | Liubakova said that much was sure.
            ENGLISH    ; It joins the “structure,” which he resisted. | Then he gave in.
            ENGLISH    ; He said: “It is over.” | The crowd left.
            ENGLISH    ; (He came late. She did not wait.) | The door was shut.
            ENGLISH    ; It fell (see Fig. 2. The rest stood.) and broke. | Then it rained.
            ENGLISH    ; At the palace on January 29, 2024, in St. Petersburg, Russia….
            ENGLISH    ; He waited… | Then he left.
            ENGLISH    ; He waited... and waited. | Then he left.
            ENGLISH    ; 1. Introduction is short. | 2. The end is near.
            ENGLISH    ; Smith et al. Found nothing. | So did we.
            ENGLISH    ; Acme Inc. Chief Jane Doe resigned. | The shares fell.
            ENGLISH    ; That’s Russia’s plan. | It isn’t ours.
            ENGLISH    ; No full stop at the end
            RUSSIAN    ; Завод им. Ленина стоит на ул. Мира в г. Минске. | Он закрыт.
            RUSSIAN    ; Это было в 1994 г. | Он тогда победил.
            RUSSIAN    ; Хлеб, молоко и т.д. | Это всё, что есть.
            RUSSIAN    ; А. С. Пушкин и В.В. Путин родились в России. | Они не встречались.
            RUSSIAN    ; «Когда это кончится?» — спросил он. | Никто не ответил.
            RUSSIAN    ; «Мы не уйдём!» — заявил Лукашенко. | Толпа молчала.
            RUSSIAN    ; Минская обл. граничит с другими. | Население — 1,5 млн. человек.
            UKRAINIAN  ; Він живе на вул. Хрещатик у м. Київ. | Вона — ні.
            UKRAINIAN  ; «Коли це скінчиться?» — запитав він. | Ніхто не відповів.
            BELARUSIAN ; Завод імя Леніна стаіць на вул. Міра. | Ён зачынены.
            POLISH     ; Mieszka na ul. Długiej w Warszawie od 1994 r. | To jest prawda.
            POLISH     ; Powiedział to prof. Jan Kowalski, tzw. Ekspert. | Nikt nie słuchał.
            OTHER      ; Das ist gut. | Wir gehen.
            """)
    void findsTheSentences(Language language, String marked) {
        String text = marked.replace(" | ", " ");
        List<TextSpan> sentences = splitter.split(text, new TextSpan(0, text.length()), language);
        assertThat(sentences.stream().map(span -> span.in(text)).collect(Collectors.joining(" | ")))
                .isEqualTo(marked);
    }

    @Test
    void takesALineBreakForASpaceButNeverCrossesABlankLine() {
        String text = "One line\nand its rest. Then\nmore\n\nafter the wall\n \nand St.\n\nPetersburg";
        assertThat(quotes(text))
                .containsExactly("One line\nand its rest.", "Then\nmore", "after the wall", "and St.", "Petersburg");
    }

    @Test
    void splitsOnlyThePartAskedFor() {
        String text = "Not this. But this. And this. Not that.";
        List<TextSpan> sentences = splitter.split(text, new TextSpan(9, 30), Language.ENGLISH);
        assertThat(sentences.stream().map(span -> span.in(text))).containsExactly("But this.", "And this.");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void coversEveryVisibleCharacterOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "St.",
            "U.S.",
            "he",
            "He",
            "Путин",
            "г.",
            "“",
            "”",
            "(",
            ")",
            "…",
            "...",
            "?",
            "! ",
            " ",
            "\n",
            "\n\n",
            "\u00A0",
            "1.",
            "2,5",
            "— ",
            "- item",
            "said",
            "\uD83D\uDE00",
            "\t",
            "end. ",
            "Z",
            ",”",
            "[",
            "]",
            "’s"
        };
        for (int i = 0; i < 1_000; i++) {
            StringBuilder builder = new StringBuilder();
            random.ints(random.nextInt(30), 0, pieces.length)
                    .forEach(piece -> builder.append(pieces[piece]).append(random.nextBoolean() ? " " : ""));
            String text = builder.toString();
            StringBuilder covered = new StringBuilder();
            int end = 0;
            for (TextSpan sentence : splitter.split(text, new TextSpan(0, text.length()), Language.RUSSIAN)) {
                assertThat(sentence.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(end);
                assertThat(sentence.in(text)).doesNotContain("\n\n").isNotBlank();
                covered.append(sentence.in(text));
                end = sentence.end();
            }
            assertThat(visible(covered.toString())).as("seed %d", seed).isEqualTo(visible(text));
        }
    }

    private List<String> quotes(String text) {
        return splitter.split(text, new TextSpan(0, text.length()), Language.ENGLISH).stream()
                .map(span -> span.in(text))
                .toList();
    }

    private static String visible(String text) {
        return text.replaceAll("[\\s\\p{Z}]", "");
    }
}
