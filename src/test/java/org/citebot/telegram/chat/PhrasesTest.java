package org.citebot.telegram.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citebot.Project;
import org.citebot.answering.Absence;
import org.citebot.answering.Days;
import org.citebot.answering.Searched;
import org.citebot.language.Language;
import org.citebot.language.PhrasebookCheck;
import org.citebot.language.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that people read is there in all languages, and right in them. */
class PhrasesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 30);

    private static final PhrasebookCheck CHECK = new PhrasebookCheck(
            Spoken.phrasebooks(Words.class, "phrases"), (key, argument, number) -> value(argument, number));

    /** A text between quotation marks that begins like a sentence. */
    private static final Pattern SENTENCE = Pattern.compile("\"[A-Z][a-z]+ [a-z][^\"]*\"");

    @Test
    void everyLanguageHasTheSameTextsWithTheSameArguments() {
        CHECK.isComplete(Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toSet()));
    }

    @Test
    void nothingIsLeftInEnglish() {
        CHECK.isTranslated(Stream.of(Phrase.PAGE, Phrase.DAY, Phrase.DAYS_BETWEEN, Phrase.DIGEST_OF)
                .map(Phrase::key)
                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "RUSSIAN, 1, Я отвечаю по 1 документу:",
        "RUSSIAN, 3, Я отвечаю по 3 документам:",
        "RUSSIAN, 21, Я отвечаю по 21 документу:",
        "UKRAINIAN, 1, Я відповідаю за 1 документом:",
        "BELARUSIAN, 5, Я адказваю па 5 дакументах:",
        "POLISH, 1, Odpowiadam na podstawie 1 dokumentu:",
        "ENGLISH, 1, 1 document to answer from:",
        "ENGLISH, 2, 2 documents to answer from:"
    })
    void pluralsAreThoseOfTheLanguage(Language language, int documents, String said) {
        assertThat(Words.in(language).say(Phrase.SOURCES, "documents", documents))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 'Jan 30, 2024 (2 years ago)'",
        "RUSSIAN, '30 янв. 2024 г. (2 года назад)'",
        "UKRAINIAN, '30 січ. 2024 р. (2 роки тому)'",
        "BELARUSIAN, '30 сту 2024 г. (2 гады таму)'",
        "POLISH, '30 sty 2024 (2 lata temu)'"
    })
    void datesAndAgesAreThoseOfTheLanguage(Language language, String said) {
        assertThat(Words.in(language).dayAndAge(DAY, LocalDate.of(2026, 11, 25)).replaceAll("\\p{Z}", " "))
                .isEqualTo(said);
    }

    @Test
    void daysThatAreNearHaveTheirNames() {
        Words russian = Words.in(Language.RUSSIAN);

        assertThat(russian.dayAndAge(DAY, DAY)).endsWith("(сегодня)");
        assertThat(russian.dayAndAge(DAY, DAY.plusDays(1))).endsWith("(вчера)");
        assertThat(russian.dayAndAge(DAY, DAY.minusDays(1))).endsWith("(завтра)");
        assertThat(russian.dayAndAge(DAY, DAY.plusDays(20))).endsWith("(2 недели назад)");
    }

    @Test
    void anAbstentionTellsInTheLanguageWhatWasSearched() {
        Absence absence = new Absence.NotFound(new Searched(2, DAY, DAY.plusDays(3)), null);
        Absence ofDays = new Absence.NotFound(new Searched(2, DAY, DAY), new Days(DAY, null, "с января"));

        assertThat(Words.in(Language.POLISH).of(absence))
                .isEqualTo("Nie znalazłem na to odpowiedzi. Przeszukano: 2 dokumenty (30 sty 2024 – 2 lut 2024).");
        assertThat(Words.in(Language.RUSSIAN).of(ofDays))
                .startsWith("Я не нашёл на это ответа. Просмотрено: 2 документа. Я искал только за эти дни: с 30 янв.")
                .contains("«с января»");
    }

    @Test
    void aLanguageThatTheBotDoesNotSpeakIsEnglish() {
        assertThat(Words.in(Language.OTHER).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void noTextForPeopleStandsInTheCode() {
        String folder = "src/main/java/org/citebot/telegram/chat/";
        for (String file : List.of(
                "AnswerRenderer",
                "Buttons",
                "Cards",
                "Pages",
                "PressDesk",
                "SourceLine",
                "StatementWords",
                "StatementsRenderer",
                "Words")) {
            String code = Project.read(folder + file + ".java").replaceAll("(?m)^import .*$|throw new [^;]*;", "");
            assertThat(SENTENCE.matcher(code).results().map(found -> found.group()))
                    .as(file)
                    .isEmpty();
        }
        assertThat(SENTENCE.matcher("say(\"Something went wrong\")").find()).isTrue();
    }

    private static Object value(String argument, int number) {
        return switch (argument) {
            case "from", "to", "day" -> DAY;
            case "documents", "minutes", "passages", "count", "length", "longest", "page", "pages" -> number;
            default -> "«" + argument + "»";
        };
    }

    @Test
    void theFilesAreUtf8() {
        assertThat(new String(
                        Words.in(Language.UKRAINIAN).say(Phrase.HELP).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8))
                .contains("Запитуйте своїми словами");
    }
}
