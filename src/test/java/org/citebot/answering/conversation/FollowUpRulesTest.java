package org.citebot.answering.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.citebot.retrieval.QuestionAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final FollowUpRules rules = new FollowUpRules(QuestionAnalyzer::withoutDays);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did ISW say about Lukashenko? | why? | What did ISW say about Lukashenko — why?",
                "What did ISW say about Lukashenko? | And in January? | What did ISW say about Lukashenko in January?",
                "What did ISW say last week? | and in January? | What did ISW say in January?",
                "What did ISW say about Lukashenko? | and about the troops? | What did ISW say about the troops?",
                "What did ISW say? | and about Putin? | What did ISW say about Putin?",
                "What did ISW say about Lukashenko? | and Bohdan Krotevych? |"
                        + " What did Bohdan Krotevych say about Lukashenko?",
                "What did ISW say? | What about Krotevych? | What did Krotevych say?",
                "What did Hanna Liubakova say? | and what did she say about the troops? |"
                        + " What did Hanna Liubakova say about the troops?",
                "What did Hanna Liubakova say? | What does she think of mobilization? |"
                        + " What does Hanna Liubakova think of mobilization?",
                "What did ISW say about Lukashenko? | what did he say? | What did Lukashenko say?",
                "What did ISW say? | what did they say about the Union State? |"
                        + " What did ISW say about the Union State?",
                "Что сказал Путин? | а что он сказал о войсках? | Что Путин сказал о войсках?",
                "Что сказал Путин о войсках? | почему? | Что сказал Путин о войсках — почему?",
                "Что сказал Путин о войсках? | а в январе? | Что сказал Путин о войсках в январе?",
                "Что сказал Путин? | А Лукашенко? | Что сказал Лукашенко?",
                "Що сказала Любакова? | а що вона сказала про війська? | Що Любакова сказала про війська?",
                "Што сказала Любакова? | а пра войскі? | Што сказала Любакова пра войскі?",
                "Co powiedział Putin? | a dlaczego? | Co powiedział Putin — dlaczego?",
                "Co powiedziała Liubakova? | a co ona powiedziała o wojskach? | Co Liubakova powiedziała o wojskach?"
            })
    void whatGoesOnWithTheLastQuestionStandsByItself(String before, String message, String question) {
        assertThat(rules.rewrite(message, turn(before), false, TODAY)).contains(question);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did ISW say?",
                "Who warned about Belarus entering the war?",
                "What did Lukashenko say about his army?",
                "Did Putin say that they would leave?",
                "When did the ferry stop?",
                "Что сказал Лукашенко о своих войсках?",
                "And what did Putin say about Krotevych?"
            })
    void whatStandsByItselfIsLeftAlone(String message) {
        assertThat(rules.rewrite(message, turn("What did Hanna Liubakova say?"), false, TODAY))
                .isEmpty();
    }

    @Test
    void whoAnswersAQuestionForAPersonIsMeantByAPronoun() {
        Turn last = new Turn(
                "Who warned about Belarus entering the war?",
                "Bohdan Krotevych warned about it.",
                List.of("Krotevych"));

        assertThat(rules.rewrite("what else did he say?", last, false, TODAY)).contains("What else did Krotevych say?");
    }

    @Test
    void aReplyThatNamesNobodyGetsTheNamesOfTheQuestion() {
        Turn last = turn("What did ISW say about Lukashenko?");

        assertThat(rules.rewrite("which integration exactly?", last, true, TODAY))
                .contains("Which integration exactly (ISW, Lukashenko)?");
        assertThat(rules.rewrite("which integration exactly?", last, false, TODAY))
                .isEmpty();
        assertThat(rules.rewrite("What did Putin say?", last, true, TODAY)).isEmpty();
    }

    @Test
    void withoutAnybodyToMeanAPronounStays() {
        assertThat(rules.rewrite("what did she say?", turn("when does it stop?"), false, TODAY))
                .isEmpty();
    }

    private static Turn turn(String question) {
        return new Turn(question, "", List.of());
    }
}
