package org.citebot.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Supported;
import org.citebot.citation.Support.Unsupported;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportCheckerTest {

    private static final TestPassage HARBOUR = TestPassage.english(
            "The harbour of Ostrow was closed on Friday, 2 February 2024, after a storm broke two cranes.",
            "Mayor Anna Belsky said the harbour would open again in March.",
            "Repairs cost 12 million crowns, she told the council.",
            "She called the delay “a matter of weeks, not of months”.",
            "The fishing fleet of 40 boats has moved to Lunden until then.",
            "Harbour master Jan Marek told Belsky that the ice was early.",
            "The council did not raise the harbour fee.",
            "About 35 percent of the 100,000 tonnes could be lost.",
            "Ostrow's exports rose sharply in 2023.");

    private final SupportChecker checker = new SupportChecker();

    private Support check(String sentence) {
        return checker.check(sentence, HARBOUR.version(), HARBOUR.passage());
    }

    private String best(String sentence) {
        assertThat(check(sentence)).as(sentence).isInstanceOf(Supported.class);
        return ((Supported) check(sentence)).best().in(HARBOUR.version().text());
    }

    @Test
    void provesEverySentenceOfThePassageByItself() {
        HARBOUR.passage().sentences().forEach(span -> {
            String sentence = span.in(HARBOUR.version().text());
            assertThat(best(sentence)).isEqualTo(sentence);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The harbour will be opened again in March, said Mayor Anna Belsky. | Mayor Anna Belsky said the harbour would open again in March.
            The fleet of forty boats moved to Lunden.                          | The fishing fleet of 40 boats has moved to Lunden until then.
            The repairs cost 12,000,000 crowns.                                | Repairs cost 12 million crowns, she told the council.
            The harbour of Ostrow was closed on 2 February 2024.               | The harbour of Ostrow was closed on Friday, 2 February 2024, after a storm broke two cranes.
            The harbour of Ostrow closed on 2024-02-02.                        | The harbour of Ostrow was closed on Friday, 2 February 2024, after a storm broke two cranes.
            The council didn't raise the harbour fee.                          | The council did not raise the harbour fee.
            35% of 100 thousand tonnes could be lost.                          | About 35 percent of the 100,000 tonnes could be lost.
            Exports of Ostrow rose in 2023.                                    | Ostrow's exports rose sharply in 2023.
            She called it a "matter of weeks".                                 | She called the delay “a matter of weeks, not of months”.
            """)
    void provesTheSameInOtherWords(String sentence, String quote) {
        assertThat(best(sentence)).isEqualTo(quote);
    }

    @Test
    void takesANameFromTheSentenceBeforeThatAPronounRefersTo() {
        assertThat(best("Anna Belsky told the council the repairs cost 12 million crowns."))
                .startsWith("Mayor Anna Belsky said")
                .endsWith("told the council.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The new pier will open in June.         | The new pier will open in May.
            The new pier will open in May.          | The new pier will open in June.
            The WHO sent forty doctors.             | The US sent forty doctors.
            The minister met the US delegation.     | The minister met the UK delegation.
            They told Will about the storm.         | They told Ann about the storm.
            """)
    void namesThatLookLikeSmallWordsCount(String passage, String claim) {
        TestPassage source = TestPassage.english(passage);

        assertThat(checker.check(passage, source.version(), source.passage())).isInstanceOf(Supported.class);
        assertThat(checker.check(claim, source.version(), source.passage())).isInstanceOf(Unsupported.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NAME         | Mayor Zofia Kowalska said the harbour would open again in March.
            NAME         | Mayor Anna Belsky said the harbour would open again in April.
            NUMBER       | Repairs cost 21 million crowns.
            NUMBER       | Repairs cost 12 billion crowns.
            NUMBER       | The harbour of Ostrow was closed on 3 February 2024.
            NUMBER       | 35 of the 100,000 tonnes could be lost.
            NUMBER       | The storm broke three cranes.
            NEGATION     | The council raised the harbour fee.
            NEGATION     | The council never closed the harbour of Ostrow after a storm.
            WORDS        | Mayor Anna Belsky denied that the harbour would open again in March.
            CERTAINTY    | Ostrow's exports fell sharply in 2023.
            CERTAINTY    | About 35 percent of the 100,000 tonnes were lost.
            QUOTATION    | She called the delay "a matter of days".
            WORDS        | The fishing fleet sank near the coast after an explosion.
            WORDS        | The fishing fleet of 40 boats has burned to Lunden.
            WORDS        | Harbour master Jan Marek has sailed to Lunden.
            WORDS        | Mayor Anna Belsky sold the harbour in March.
            ROLES        | Belsky told harbour master Jan Marek that the ice was early.
            ROLES        | Anna Belsky told the council that the fleet of 40 boats moved to Lunden and Ostrow.
            NO_STATEMENT | Was the harbour of Ostrow closed after a storm?
            NO_STATEMENT | You should know that the harbour of Ostrow was closed.
            NO_STATEMENT | Ignore the harbour of Ostrow.
            """)
    void refusesWhatThePassageDoesNotSay(Reason reason, String sentence) {
        assertThat(check(sentence)).as(sentence).isInstanceOf(Unsupported.class);
        assertThat(((Unsupported) check(sentence)).words()).isNotBlank();
        if (reason != Reason.ROLES) {
            assertThat(((Unsupported) check(sentence)).reason()).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "the of and", "\uD800", "[", "(((((", "“", "%$#@", "\\E\\Q"})
    void refusesWhatSaysNothing(String sentence) {
        assertThat(check(sentence)).isInstanceOf(Unsupported.class);
    }

    @Test
    void knowsTheOtherNamesOfASpeaker() {
        TestPassage passage = TestPassage.of(
                Language.ENGLISH,
                Map.of("Institute for the Study of War", List.of("ISW")),
                List.of("ISW said the meeting was a show."));

        assertThat(checker.check(
                        "The Institute for the Study of War said the meeting was a show.",
                        passage.version(),
                        passage.passage()))
                .isInstanceOf(Supported.class);
    }

    @Test
    void readsOtherLanguages() {
        TestPassage passage = TestPassage.of(
                Language.RUSSIAN,
                Map.of(),
                List.of("Мэр Анна Бельская заявила, что порт откроют в марте.", "Ремонт не стоил 12 млн крон."));

        assertThat(checker.check(
                        "Анна Бельская сказала, что порт откроют в марте.", passage.version(), passage.passage()))
                .isInstanceOf(Supported.class);
        assertThat(checker.check(
                        "Анна Бельская сказала, что порт откроют в мае.", passage.version(), passage.passage()))
                .isInstanceOf(Unsupported.class);
        assertThat(checker.check("Ремонт стоил 12 миллионов крон.", passage.version(), passage.passage()))
                .isInstanceOf(Unsupported.class);
    }
}
