package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionAnalyzerTest {

    private static final LocalDate EARLIEST = LocalDate.of(2023, 6, 1);

    private final QuestionAnalyzer analyzer = new QuestionAnalyzer(new LanguageDetector(), new TextAnalysis());

    private AnalyzedQuestion analyze(String question) {
        return analyzer.analyze(question, LocalDate.of(2024, 2, 14), EARLIEST);
    }

    @ParameterizedTest
    @CsvSource({
        "Who warned about the war?, WHO",
        "By whom was it founded?, WHO",
        "When did it begin?, WHEN",
        "What year did it begin?, WHEN",
        "Where did they meet?, WHERE",
        "How many more troops could Kyiv face?, HOW_MANY",
        "How much did it cost?, HOW_MANY",
        "What did ISW say?, ANY",
        "ISW?, ANY",
        "Кто предупредил о войне?, WHO",
        "Когда это началось?, WHEN",
        "Дзе сустрэліся прэзідэнты?, WHERE",
        "Скільки військ?, HOW_MANY"
    })
    void tellsWhatIsAskedFor(String question, AnswerType type) {
        assertThat(analyze(question).type()).isEqualTo(type);
    }

    @Test
    void knowsNamesAndNumbersFromOtherWords() {
        assertThat(analyze("What did Liubakova tell the ISW about 97 percent?").terms())
                .extracting(QuestionTerm::word, QuestionTerm::name)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Liubakova", true),
                        org.assertj.core.groups.Tuple.tuple("ISW", true),
                        org.assertj.core.groups.Tuple.tuple("97", true),
                        org.assertj.core.groups.Tuple.tuple("tell", false),
                        org.assertj.core.groups.Tuple.tuple("percent", false));
    }

    @Test
    void takesTheInterrogativeForNoContent() {
        assertThat(analyze("How many more troops could Kyiv face?").terms())
                .extracting(QuestionTerm::word)
                .doesNotContain("many", "How")
                .contains("troops", "Kyiv");
    }

    @Test
    void leavesOutTheWordsThatTellTheWindow() {
        AnalyzedQuestion question = analyze("What has ISW said since 29 January 2024?");

        assertThat(question.window()).isNotNull();
        assertThat(question.text()).doesNotContain("January");
        assertThat(question.terms())
                .extracting(QuestionTerm::word)
                .contains("ISW")
                .doesNotContain("29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did ISW say in January?",
                "What did the mayor say in 1986?",
                "Who has ruled since 1994?",
                "What is the engine used for today?",
                "Which country today is what is left of the empire?",
                "What is the latest on the pier?"
            })
    void theDaysOfAnEventTellNoWindowWhereNoDocumentHasADate(String text) {
        AnalyzedQuestion question = analyzer.analyze(text, LocalDate.of(2024, 2, 14), null);

        assertThat(question.window()).isNull();
        assertThat(question.latest()).isFalse();
        assertThat(question.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did ISW say since 29 January 2024?",
                "What did ISW say last week?",
                "Who met Putin yesterday?"
            })
    void theDaysOfDocumentsTellAWindowThoughNoDocumentHasADate(String text) {
        AnalyzedQuestion question = analyzer.analyze(text, LocalDate.of(2024, 2, 14), null);

        assertThat(question.window()).isNotNull();
        assertThat(question.text()).doesNotContain("January", "week", "yesterday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who has ruled the island since 1994?",
                "Who won the battle in January 1945?",
                "Кто правит островом с 1994 года?",
                "What is the engine used for today?",
                "Whose wall can be seen even today?",
                "Who ruled the island before 1994?",
                "Who ruled the island between 1990 and 1994?",
                "What happened in 1986?",
                "Что случилось в период с 2004 по 2014 год?",
                "What did the comet do 200 years ago?",
                "Where do storks live in winter?",
                "What will open in June?",
                "Did the mayor say that the pier will open before June?",
                "Что откроется, как сказали, до июня и будет ли это вовремя?",
                "How many more troops could Kyiv face?"
            })
    void theDaysOfAnEventAreNoWindow(String text) {
        assertThat(analyze(text).window()).isNull();
        assertThat(analyze(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did the mayor say in January 2022?",
                "Что мэр сказал с 1994 года?",
                "Who visited the island since 1 January 2024?",
                "What was announced today?",
                "What happened today?",
                "What was decided yesterday about the budget of 2024?",
                "What happened between 1 December 2023 and 15 January 2024?",
                "What did the mayor say in spring?",
                "What did the mayor say two years ago?",
                "What did the mayor say before June?",
                "What was decided over the past week?",
                "Who visited the island after 1 January 2024?"
            })
    void theDaysOnWhichSomethingWasSaidAreAWindow(String text) {
        assertThat(analyze(text).window()).isNotNull();
    }

    @Test
    void theNewestIsNotLookedForByItsWord() {
        AnalyzedQuestion question = analyze("What is the latest on the pier?");

        assertThat(question.latest()).isTrue();
        assertThat(question.terms()).extracting(QuestionTerm::word).containsExactly("pier");
    }

    @Test
    void stripsWhatCannotBeSeen() {
        assertThat(analyze("What did I\u200BSW say?\u202E").text()).isEqualTo("What did ISW say?");
    }

    @Test
    void tellsTheLanguage() {
        assertThat(analyze("Что сказал ISW?").language()).isEqualTo(Language.RUSSIAN);
        assertThat(analyze("Што сказаў ISW?").language()).isEqualTo(Language.BELARUSIAN);
        assertThat(analyze("What did ISW say?").language()).isEqualTo(Language.ENGLISH);
    }
}
