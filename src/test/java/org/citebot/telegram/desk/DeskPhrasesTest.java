package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.Project;
import org.citebot.language.Language;
import org.citebot.language.Phrasebook;
import org.citebot.moderation.DetailField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** All that those who keep the documents read is there in all languages. */
class DeskPhrasesTest {

    private static final Phrasebook ENGLISH = Phrasebook.read(DeskWords.class, "desk", Language.ENGLISH);

    /** Two words of a text between quotation marks that begins like a sentence. */
    private static final Pattern SENTENCE = Pattern.compile("\"[A-Z][a-z]+ [a-z][^\"]*\"");

    private static final Set<String> COUNTS =
            Set.of("count", "from", "to", "days", "parts", "characters", "passages", "percent");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OTHER")
    void everyLanguageHasTheSameTextsWithTheSameArgumentsAndCommands(Language language) {
        Phrasebook book = Phrasebook.read(DeskWords.class, "desk", language);

        assertThat(book.keys())
                .isEqualTo(
                        Arrays.stream(DeskPhrase.values()).map(DeskPhrase::key).collect(Collectors.toSet()));
        for (DeskPhrase phrase : DeskPhrase.values()) {
            Set<String> arguments = ENGLISH.arguments(phrase.key());
            assertThat(book.arguments(phrase.key())).as(phrase.key()).isEqualTo(arguments);
            for (int count : List.of(0, 1, 2, 5, 21, 1_000)) {
                Map<String, Object> values = values(phrase, arguments, count);
                assertThat(book.say(phrase.key(), values))
                        .as(phrase.key())
                        .isNotBlank()
                        .doesNotContain("{", "}", "#");
                assertThat(commands(book.say(phrase.key(), values)))
                        .as(phrase.key())
                        .isEqualTo(commands(ENGLISH.say(phrase.key(), values)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OTHER", "ENGLISH"})
    void nothingIsLeftInEnglish(Language language) {
        Phrasebook book = Phrasebook.read(DeskWords.class, "desk", language);

        for (DeskPhrase phrase : DeskPhrase.values()) {
            boolean same = Set.of(DeskPhrase.LINK, DeskPhrase.SIMILAR_LINE).contains(phrase);
            if (!same) {
                Map<String, Object> values = values(phrase, ENGLISH.arguments(phrase.key()), 2);
                assertThat(book.say(phrase.key(), values)).isNotEqualTo(ENGLISH.say(phrase.key(), values));
            }
        }
    }

    @Test
    void aNoticeFitsWhereTelegramShowsIt() {
        for (Language language :
                List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN, Language.BELARUSIAN, Language.POLISH)) {
            for (DeskPhrase phrase : List.of(
                    DeskPhrase.MODERATORS_ONLY, DeskPhrase.OWNER_ONLY, DeskPhrase.TOO_OLD, DeskPhrase.PASTE_NOTHING)) {
                assertThat(DeskWords.in(language).say(phrase).length()).isLessThanOrEqualTo(PressReply.LONGEST_NOTICE);
            }
        }
    }

    @Test
    void aLineThatChangesAFieldIsReadInEveryLanguage() {
        for (String title : List.of("Title", "title", "Заголовок", "загаловак", "Tytuł")) {
            assertThat(DeskWords.field(title)).as(title).contains(DetailField.TITLE);
        }
        for (DetailField field : DetailField.values()) {
            assertThat(DeskWords.in(Language.ENGLISH).label(field)).isEqualTo(field.label());
        }
        assertThat(DeskWords.field("Name")).isEmpty();
    }

    @Test
    void noTextForPeopleStandsInTheCode() {
        for (String file : List.of(
                "Desk", "DocumentDesk", "GuestDesk", "MemberDesk", "PasteDesk", "PreviewText", "ProposalDesk")) {
            String code = Project.read("src/main/java/org/citebot/telegram/desk/" + file + ".java")
                    .replaceAll("(?m)^import .*$|throw new [^;]*;", "");
            assertThat(SENTENCE.matcher(code).results().map(found -> found.group()))
                    .as(file)
                    .isEmpty();
        }
    }

    private static List<String> commands(String text) {
        return Pattern.compile("/[a-z]+")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Map<String, Object> values(DeskPhrase phrase, Set<String> arguments, int count) {
        Map<String, Object> values = new HashMap<>();
        arguments.forEach(argument -> values.put(
                argument,
                COUNTS.contains(argument) || phrase == DeskPhrase.DOCS_VERSION ? count : "«" + argument + "»"));
        return values;
    }
}
