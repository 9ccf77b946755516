package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.citebot.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH    | What did ISW say?
            ENGLISH    | ISW
            ENGLISH    | Lukashenko sanctions
            ENGLISH    | Who is Lech Wałęsa and why was he in Gdańsk?
            ENGLISH    | What does Лукашенко want from the Kremlin?
            ENGLISH    | The naïve café owner didn't know about the decree.
            RUSSIAN    | Что сказал ISW?
            RUSSIAN    | Что сообщил Institute for the Study of War о Беларуси?
            RUSSIAN    | Кто предупредил о вступлении Беларуси в войну?
            RUSSIAN    | Путин
            RUSSIAN    | Президент подписал указ об объединении экономик двух стран.
            UKRAINIAN  | Що сказав Лукашенко?
            UKRAINIAN  | Скільки військових може отримати Київ?
            UKRAINIAN  | Київ
            UKRAINIAN  | Хто попередив про вступ Білорусі у війну?
            BELARUSIAN | Хто папярэдзіў пра ўступленне Беларусі ў вайну?
            BELARUSIAN | Што сказаў прэзідэнт?
            BELARUSIAN | Урад прыняў новы закон аб мове і культуры
            POLISH     | Kto ostrzegał przed wejściem Białorusi do wojny?
            POLISH     | Co powiedzial Tusk o wojnie na Ukrainie?
            POLISH     | Jak Polska reaguje na kryzys?
            OTHER      | Was hat der Minister über den Krieg gesagt und wann?
            OTHER      | Quel est le nom de la capitale du pays?
            OTHER      | ¿Quién dijo que la guerra es inevitable?
            OTHER      | Какво каза той за войната и защо не се върна?
            OTHER      | 誰が警告しましたか
            OTHER      | ماذا قال الوزير؟
            OTHER      | 2 + 2 = ?
            """)
    void knowsTheLanguageOfAShortText(Language expected, String text) {
        assertThat(detector.detect(text)).as(text).isEqualTo(expected);
    }

    @Test
    void knowsEveryParagraphOfTheEnglishAndRussianSamples() {
        for (Language language : new Language[] {Language.ENGLISH, Language.RUSSIAN}) {
            assertThat(SharedMaterial.values("bench/xquad-" + language.code() + "/corpus.jsonl", "text"))
                    .hasSizeGreaterThan(50)
                    .allSatisfy(text -> assertThat(detector.detect(text)).isEqualTo(language));
        }
    }

    @Test
    void knowsNearlyEveryQuestionOfTheEnglishAndRussianSamples() {
        for (Language language : new Language[] {Language.ENGLISH, Language.RUSSIAN}) {
            var questions = SharedMaterial.values("bench/xquad-" + language.code() + "/questions.jsonl", "question");
            long right = questions.stream()
                    .filter(question -> detector.detect(question) == language)
                    .count();
            System.out.println("Questions in " + language + ": " + right + " of " + questions.size() + " known");
            assertThat((double) right / questions.size()).isGreaterThan(0.99);
        }
    }
}
