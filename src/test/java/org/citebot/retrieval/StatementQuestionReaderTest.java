package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.citebot.retrieval.StatementQuestion.Changed;
import org.citebot.retrieval.StatementQuestion.Compared;
import org.citebot.retrieval.StatementQuestion.WhatSaid;
import org.citebot.retrieval.StatementQuestion.WhenSaid;
import org.citebot.retrieval.StatementQuestion.WhetherSaid;
import org.citebot.retrieval.StatementQuestion.WhoSaid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people ask who said what, and what only looks like it. */
class StatementQuestionReaderTest {

    private static final StatementQuestionReader READER = new StatementQuestionReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "what did ISW say?                              | what | ISW | - | -",
                "What has the Institute said                    | what | the Institute | - | -",
                "What did ISW say about Lukashenko?             | what | ISW | - | Lukashenko",
                "What did Liubakova tell Newsweek?              | what | Liubakova | Newsweek | -",
                "What did Liubakova tell Newsweek about troops? | what | Liubakova | Newsweek | troops",
                "What is ISW saying about the war?              | what | ISW | - | the war",
                "What are ISW’s views on the war?               | what | ISW | - | the war",
                "Statements by Putin about Minsk                | what | Putin | - | Minsk",
                "What does Quill think would happen if troops were sent? | what | Quill | - | troops were sent",
                "What did ISW say will happen next?             | what | ISW | - | -",
                "wat did ISW say?                               | what | ISW | - | -",
                "waht did ISW sya about Putin?                  | what | ISW | - | Putin",
                "Who said that the war will end?                | who | - | - | the war will end",
                "Who warned about Belarus entering the war?     | who | - | - | Belarus entering the war",
                "Who gave a warning about the flood?            | who | - | - | the flood",
                "Who told Newsweek that it was over?            | who | - | Newsweek | it was over",
                "Did Putin say that it was over?                | whether | Putin | - | it was over",
                "Has ISW ever said anything about Moldova?      | whether | ISW | - | Moldova",
                "Did Quill tell the Gazette that it rains?      | whether | Quill | the Gazette | it rains",
                "Is it true that Putin denied the attack?       | whether | Putin | - | the attack",
                "When did ISW say that Lukashenko resisted?     | when | ISW | - | Lukashenko resisted",
                "When did Putin speak?                          | when | Putin | - | -",
                "When did ISW say that?                         | when | ISW | - | -",
                "Did Putin say anything?                        | what | Putin | - | -",
                "Compare ISW and Liubakova on Belarus           | compare | ISW | Liubakova | Belarus",
                "What did Putin and Lukashenko say about gas?   | compare | Putin | Lukashenko | gas",
                "How have ISW's words on Minsk changed over time? | change | ISW | - | Minsk",
                "How has what Putin said about gas changed?     | change | Putin | - | gas",
                "что сказал ISW?                                | what | ISW | - | -",
                "Что сказала Любакова о войсках?                | what | Любакова | - | войсках",
                "Что, по словам Путина, произошло в Минске?     | what | Путина | - | произошло в Минске",
                "Что, по мнению Путина, будет с газом?          | what | Путина | - | будет с газом",
                "Що, на думку Путіна, буде з газом?             | what | Путіна | - | буде з газом",
                "Кто предупредил о войне?                       | who | - | - | войне",
                "Говорил ли Путин, что война кончится?          | whether | Путин | - | война кончится",
                "Когда ISW сказал, что Лукашенко против?        | when | ISW | - | Лукашенко против",
                "Сравни, что сказали Путин и Лукашенко о газе   | compare | Путин | Лукашенко | газе",
                "Як змінилися слова ISW про Мінськ?             | change | ISW | - | Мінськ",
                "Що сказав Зеленський про мир?                  | what | Зеленський | - | мир",
                "Хто попередив про наступ?                      | who | - | - | наступ",
                "Чи казав Путін, що війна скінчиться?           | whether | Путін | - | війна скінчиться",
                "што сказаў ISW?                                | what | ISW | - | -",
                "Хто сказаў, што вайна скончыцца?               | who | - | - | вайна скончыцца",
                "Што, паводле слоў Лукашэнкі, будзе?            | what | Лукашэнкі | - | будзе",
                "Co powiedział Tusk o granicy?                  | what | Tusk | - | granicy",
                "Kto ostrzegł o powodzi?                        | who | - | - | powodzi",
            })
    void everyFormIsReadInEveryLanguage(
            String question, String kind, @Nullable String speaker, @Nullable String second, @Nullable String topic) {
        StatementQuestion read = READER.read(question).orElseThrow().question();
        switch (read) {
            case WhatSaid what -> check("what", kind, what.speaker(), speaker, what.addressee(), second);
            case WhoSaid who -> check("who", kind, who.addressee(), second);
            case WhetherSaid whether -> check("whether", kind, whether.speaker(), speaker, whether.addressee(), second);
            case WhenSaid when -> check("when", kind, when.speaker(), speaker, when.addressee(), second);
            case Compared compared -> check("compare", kind, compared.speaker(), speaker, compared.other(), second);
            case Changed changed -> check("change", kind, changed.speaker(), speaker);
        }
        assertThat(read.topic()).isEqualTo(topic);
    }

    private static void check(@Nullable String... actualAndExpected) {
        for (int i = 0; i < actualAndExpected.length; i += 2) {
            assertThat(actualAndExpected[i]).isEqualTo(actualAndExpected[i + 1]);
        }
    }

    @Test
    void aVerbAsksForItsActAndSayForNone() {
        assertThat(READER.read("Who warned about it?").orElseThrow().question().acts())
                .hasToString("[WARN]");
        assertThat(READER.read("Who gave a warning about it?")
                        .orElseThrow()
                        .question()
                        .acts())
                .hasToString("[WARN]");
        assertThat(READER.read("Кто отрицал нападение?")
                        .orElseThrow()
                        .question()
                        .acts())
                .hasToString("[DENY]");
        assertThat(READER.read("Who said that it rains?")
                        .orElseThrow()
                        .question()
                        .acts())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "ISW?",
                "How many more troops could Kyiv face?",
                "Who won the 2022 World Cup?",
                "Who wrote Pan Tadeusz?",
                "Who reported Quill's comments?",
                "What did he say?",
                "What did the decree create?",
                "When did the war begin?",
                "Did the bridge collapse?",
                "Кто построил мост?",
            })
    void whatAsksForSomethingElseIsLeftAlone(String question) {
        assertThat(READER.read(question)).isEmpty();
    }

    @Test
    void slipsOfAskingArePutRightAndSaidSo() {
        assertThat(READER.read("wat did ISW sya?").orElseThrow().respelt()).isEqualTo("what did ISW say?");
        assertThat(READER.read("what did ISW say?").orElseThrow().respelt()).isNull();
    }

    @Test
    void aLongQuestionIsReadInTime() {
        String longest = "what did " + "a and ".repeat(600) + "say about " + "that ".repeat(100);
        assertThat(longest).hasSizeLessThan(4_500);
        assertTimeout(Duration.ofSeconds(2), () -> READER.read(longest + "and?"));
    }
}
