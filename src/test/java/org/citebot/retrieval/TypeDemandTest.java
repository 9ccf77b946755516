package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeDemandTest {

    private final TextAnalysis analysis = new TextAnalysis();

    @AfterEach
    void close() {
        analysis.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | true | How many years has the mayor been in power? | The mayor has been in power for years.",
                "en | false | How many years has the mayor been in power? | The mayor has been in power for thirty years.",
                "en | false | How many years has the mayor been in power? | The mayor has ruled since 1994.",
                "en | true | How many of the 12 ships came home? | All the ships came home, not only the 12.",
                "en | true | When did the bridge open? | The mayor opened the bridge with a speech.",
                "en | false | When did the bridge open? | The mayor opened the bridge on Monday.",
                "en | false | When did the bridge open? | The bridge opened after the flood.",
                "en | false | What did the mayor say when the bridge opened? | The mayor praised the bridge.",
                "en | false | Who opened the bridge? | The mayor opened the bridge.",
                "en | false | Where was the bridge built? | The bridge was built in a swamp.",
                "ru | true | Сколько лет мэр у власти? | Мэр остаётся у власти.",
                "ru | false | Сколько лет мэр у власти? | Мэр у власти тридцать лет.",
                "ru | true | Когда открыли мост? | Мост открыл мэр с речью.",
                "ru | false | Когда открыли мост? | Мост открыли весной.",
                "uk | true | Скільки років мер при владі? | Мер залишається при владі.",
                "uk | false | Скільки років мер при владі? | Мер при владі п’ятнадцять років.",
                "uk | true | Коли відкрили міст? | Міст відкрив мер із промовою.",
                "uk | false | Коли відкрили міст? | Міст відкрили у вівторок.",
                "be | true | Колькі гадоў мэр ва ўладзе? | Мэр застаецца ва ўладзе.",
                "be | false | Колькі гадоў мэр ва ўладзе? | Мэр ва ўладзе дваццаць гадоў.",
                "be | true | Калі адкрылі мост? | Мост адкрыў мэр з прамовай.",
                "be | false | Калі адкрылі мост? | Мост адкрылі ў снежні.",
                "pl | true | Ile lat burmistrz jest u władzy? | Burmistrz jest u władzy.",
                "pl | false | Ile lat burmistrz jest u władzy? | Burmistrz rządzi piętnaście lat.",
                "pl | true | Kiedy otwarto most? | Most otworzył burmistrz z przemową.",
                "pl | false | Kiedy otwarto most? | Most otwarto we wtorek.",
                "und | false | How many years has the mayor been in power? | Pormestari on vallassa."
            })
    void seesWhetherANumberOrATimeIsMissing(String language, boolean missing, String question, String sentence) {
        AnalyzedQuestion analyzed = new QuestionAnalyzer(new LanguageDetector(), analysis)
                .analyze(question, LocalDate.of(2024, 2, 10), null);
        assertThat(TypeDemand.of(analyzed, Language.ofCode(language)).isMissing(sentence))
                .isEqualTo(missing);
    }
}
