package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.citation.Citation;
import org.citebot.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions in one language about documents in another, without any model. */
class OtherLanguageTest {

    private static final String ENGLISH = """
            President Oleksiy Hrytsenko met Marek Wolski in Gdansk on Friday. Hrytsenko said that 450 migrants had left.

            Olga Shevchuk of the OSCE told reporters that the mission stays until June.

            A museum of navigation stands at the old pier. It was founded in 1911 by Jan Marek.
            """;

    @TempDir
    private Path folder;

    private SmallCorpus corpus;

    @BeforeEach
    void openCorpus() {
        corpus = new SmallCorpus(folder);
    }

    @AfterEach
    void closeCorpus() {
        corpus.close();
    }

    private List<String> quotes(String question) {
        Answer answer = corpus.ask(question);
        assertThat(answer.citations()).as(AnswerText.of(answer)).isNotEmpty();
        return answer.citations().stream().map(Citation::quote).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Что сказал Гриценко?                       | Hrytsenko said
            Що сказав Гриценко про мігрантів?          | 450 migrants
            Што сказаў Грыцэнка пра мігрантаў?         | 450 migrants
            Co powiedział Hrycenko o migrantach?       | 450 migrants
            Когда Гриценко встретился с Вольским?      | Marek Wolski
            Коли Гриценко зустрівся з Вольським?       | Marek Wolski
            Калі Грыцэнка сустрэўся з Вольскім?        | Marek Wolski
            Что сказала Шевчук о миссии?               | the mission stays
            Що повідомила Ольга Шевчук?                | the mission stays
            Што паведаміла Шаўчук пра місію?            | the mission stays
            Что сообщила OSCE?                         | the mission stays
            Что основал Марек в 1911?                  | Jan Marek
            Що заснував Марек у 1911?                  | Jan Marek
            Што заснаваў Марэк у 1911?                 | Jan Marek
            """)
    void findsAnEnglishDocumentByNamesNumbersAndBorrowedWords(String question, String quote) {
        corpus.with("report", null, ENGLISH);

        assertThat(quotes(question)).anyMatch(text -> text.contains(quote));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Что сказал Макрон?",
                "Що сказав Макрон про Гданськ?",
                "Што сказаў Макрон?",
                "Co powiedział Macron o muzeum?",
                "Когда Гриценко женился?",
                "Почему кошки мурлыкают?",
                "Сколько стоит хлеб?"
            })
    void abstainsWhereTheNamesAreOthers(String question) {
        corpus.with("report", LocalDate.of(2024, 2, 1), ENGLISH);

        Answer answer = corpus.ask(question);

        assertThat(answer).as(AnswerText.of(answer)).isInstanceOf(NoEvidence.class);
    }

    @Test
    void findsDocumentsInOtherLanguagesByAnEnglishQuestion() {
        corpus.with("ru", Language.RUSSIAN, null, "Президент Олексий Гриценко заявил, что порт закрыт.")
                .with("be", Language.BELARUSIAN, null, "Мэр Вольга Шаўчук паведаміла, што мост адкрыты.")
                .with("pl", Language.POLISH, null, "Minister Marek Wolski ogłosił, że kolej będzie tańsza.");

        assertThat(quotes("What did Hrytsenko announce?")).anyMatch(quote -> quote.contains("порт закрыт"));
        assertThat(quotes("What did Shevchuk say?")).anyMatch(quote -> quote.contains("мост адкрыты"));
        assertThat(quotes("What did Wolsky say?")).anyMatch(quote -> quote.contains("kolej"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grytsenko", "Hrytsenka", "Hrytsenko"})
    void findsANameInAnotherSpellingOfTheSameLanguage(String name) {
        corpus.with("report", null, ENGLISH);

        assertThat(quotes("What did " + name + " say about the migrants?"))
                .anyMatch(quote -> quote.contains("450 migrants"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Что сказал министр Германии?     | Germany
            Що сказав міністр Німеччини?     | Germany
            Што сказаў міністр Германіі?     | Germany
            Co powiedział minister Niemiec?  | Germany
            Что сказали в Венгрии?           | Hungary
            Що сказали в Угорщині?           | Hungary
            Co powiedziano na Węgrzech?      | Hungary
            Що сказали в Києві?              | Kyiv
            Co powiedziano w Kijowie?        | Kyiv
            Что сказал Кремль?               | Kremlin
            Co powiedział Kreml?             | Kremlin
            Что сказали в США?               | U.S.
            """)
    void placesAreKnownByWhatTheyAreCalledInTheOtherLanguage(String question, String place) {
        corpus.with("places", null, """
                The minister of Germany said that the border stays open.

                In Hungary the opposition said that the budget is late.

                Officials in Kyiv said that the bridge was repaired.

                The Kremlin said nothing about the ferry.

                Analysts in the U.S. said that trade was slow.
                """);

        assertThat(quotes(question)).anySatisfy(quote -> assertThat(quote).contains(place));
    }

    @Test
    void anotherPlaceIsNotAnswered() {
        corpus.with("places", null, "The minister of Germany said that the border stays open.");

        assertThat(corpus.ask("Що сказав міністр Угорщини?")).isInstanceOf(NoEvidence.class);
    }
}
