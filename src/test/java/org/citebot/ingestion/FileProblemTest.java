package org.citebot.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.citebot.ingestion.ParsedFile.Unreadable;
import org.citebot.language.Language;
import org.citebot.language.PhrasebookCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileProblemTest {

    private static final PhrasebookCheck CHECK = PhrasebookCheck.of(FileProblem.class, "problems", Set.of("count"));

    private static final String BROKEN = "---\npublished: soon\nurl: nowhere\nabout: {outlet: x}\n---\nText.\n";

    @Test
    void everyProblemIsToldInEveryLanguage() {
        CHECK.isComplete(
                Arrays.stream(FileProblem.values()).map(FileProblem::key).collect(Collectors.toSet()));
        CHECK.isTranslated(Set.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | a.md: line 2: published: 'soon' is no date; write it as 2024-01-29; line 3: url: 'nowhere' is no web
            RUSSIAN | a.md: строка 2: published: 'soon' – не дата; напишите её в виде 2024-01-29; строка 3: url: 'nowhere' – не веб
            POLISH  | a.md: wiersz 2: published: 'soon' to nie data; zapisz ją jako 2024-01-29; wiersz 3: url: 'nowhere' to nie
            OTHER   | a.md: line 2: published: 'soon' is no date; write it as 2024-01-29; line 3: url: 'nowhere' is no web
            """)
    void mistakesInsideALineAreToldInItsLanguage(Language language, String said) {
        ParsedFile file = new DocumentParser().parse("a.md", BROKEN.getBytes(StandardCharsets.UTF_8));

        assertThat(file)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.problem().in(language))
                                .startsWith(said)
                                .contains("about: {title: …, outlet: …}"));
    }
}
