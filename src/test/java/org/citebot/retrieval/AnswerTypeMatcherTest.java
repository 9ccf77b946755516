package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeMatcherTest {

    @ParameterizedTest
    @CsvSource({
        "HOW_MANY, true, 'Kyiv could face 100,000 more troops.'",
        "HOW_MANY, true, 'Two presidents met.'",
        "HOW_MANY, false, 'The president arrived.'",
        "WHEN, true, 'They met on Monday.'",
        "WHEN, true, 'It was founded in 1911.'",
        "WHEN, false, 'They met in the palace.'",
        "WHERE, true, 'They met in St Petersburg.'",
        "WHERE, true, 'The talks at the Palace ended.'",
        "WHERE, false, 'They met for hours.'",
        "WHO, true, 'It was said by Hanna Liubakova.'",
        "WHO, false, 'The mayor denied it.'",
        "ANY, true, 'Whatever.'"
    })
    void seesWhetherASentenceHoldsWhatIsAskedFor(AnswerType type, boolean holds, String sentence) {
        assertThat(AnswerTypeMatcher.holds(type, sentence)).isEqualTo(holds);
    }
}
