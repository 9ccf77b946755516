package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.Project;
import org.citebot.language.Language;
import org.citebot.language.PhrasebookCheck;
import org.citebot.language.Spoken;
import org.citebot.moderation.DetailField;
import org.junit.jupiter.api.Test;

/** All that those who keep the documents read is there in all languages. */
class DeskPhrasesTest {

    /** Two words of a text between quotation marks that begins like a sentence. */
    private static final Pattern SENTENCE = Pattern.compile("\"[A-Z][a-z]+ [a-z][^\"]*\"");

    private static final Set<String> COUNTS =
            Set.of("count", "from", "to", "days", "parts", "characters", "passages", "percent");

    private static final PhrasebookCheck CHECK = new PhrasebookCheck(
            Spoken.phrasebooks(DeskWords.class, "desk"),
            (key, argument, number) -> COUNTS.contains(argument) || key.equals(DeskPhrase.DOCS_VERSION.key())
                    ? number
                    : "«" + argument + "»");

    @Test
    void everyLanguageHasTheSameTextsWithTheSameArgumentsAndCommands() {
        CHECK.isComplete(Arrays.stream(DeskPhrase.values()).map(DeskPhrase::key).collect(Collectors.toSet()));
        CHECK.holdsTheSame(DeskPhrasesTest::commands);
    }

    @Test
    void nothingIsLeftInEnglish() {
        CHECK.isTranslated(Set.of(DeskPhrase.LINK.key(), DeskPhrase.SIMILAR_LINE.key()));
    }

    @Test
    void aNoticeFitsWhereTelegramShowsIt() {
        for (Language language : Spoken.LANGUAGES) {
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
            assertThat(DeskWords.field(DeskWords.in(Language.ENGLISH).label(field)))
                    .contains(field);
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
}
