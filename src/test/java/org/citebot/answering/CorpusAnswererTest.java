package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.Answer.Unavailable;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentId;
import org.citebot.retrieval.RankedPassage;
import org.citebot.retrieval.RankingMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusAnswererTest {

    private static final String HARBOUR = """
            The harbour of Ostrow was closed on Friday after a storm broke two cranes.

            Mayor Anna Belsky said the harbour would open again in March. Repairs cost 12 million crowns, she told the \
            council. The fishing fleet has moved to Lunden until then.

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
        return citations(corpus.ask(question)).stream().map(Citation::quote).toList();
    }

    private static List<Citation> citations(Answer answer) {
        assertThat(answer.citations()).as(AnswerText.of(answer)).isNotEmpty();
        return answer.citations();
    }

    private static @Nullable String note(Answer answer) {
        return switch (answer) {
            case CitedAnswer cited -> cited.note();
            case Answer.StatementsAnswer said -> said.note();
            case NoEvidence none -> none.reason();
            case Answer.Unavailable none -> none.message();
        };
    }

    private static NoEvidence none(Answer answer) {
        assertThat(answer).as(AnswerText.of(answer)).isInstanceOf(NoEvidence.class);
        return (NoEvidence) answer;
    }

    @Test
    void quotesTheSentenceThatAnswersWithItsPassage() {
        corpus.with("harbour", null, HARBOUR);

        Citation citation = citations(corpus.ask("What did Anna Belsky say about the harbour?"))
                .getFirst();

        assertThat(citation.quote()).isEqualTo("Mayor Anna Belsky said the harbour would open again in March.");
        assertThat(citation.quote())
                .isEqualTo(citation.version()
                        .text()
                        .substring(citation.span().start(), citation.span().end()));
        assertThat(citation.passageText()).contains(citation.quote()).contains("Lunden");
    }

    @Test
    void theFirstPassagesAreTheSameHoweverManyAreAskedFor() {
        for (int i = 0; i < 70; i++) {
            corpus.store("harbour " + i, null, "The harbour" + " is open".repeat(i % 7 + 1) + ".");
        }
        corpus.with("last", null, "The harbour is shut.");
        Question question = Question.of("harbour", SmallCorpus.TODAY);

        List<RankedPassage> few = corpus.answerer().search(question, 10, RankingMethod.FUSED);
        List<RankedPassage> all = corpus.answerer().search(question, 200, RankingMethod.FUSED);

        assertThat(few).hasSize(10);
        assertThat(all).hasSize(71).startsWith(few.toArray(RankedPassage[]::new));
        assertThat(all.stream().map(passage -> passage.passage().id()).distinct())
                .hasSize(71);
    }

    @Test
    void prefersTheSentenceThatHoldsWhatIsAskedFor() {
        corpus.with("harbour", null, HARBOUR);

        assertThat(quotes("How much do the repairs cost?").getFirst()).contains("12 million");
        assertThat(quotes("When was the museum of navigation founded?")).anyMatch(quote -> quote.contains("1911"));
        assertThat(quotes("Who founded the museum?")).anyMatch(quote -> quote.contains("Jan Marek"));
        assertThat(quotes("Where has the fishing fleet moved?").getFirst()).contains("Lunden");
    }

    @Test
    void putsSentencesIntoReadingOrderAndNumbersThem() {
        corpus.with("harbour", null, HARBOUR);

        CitedAnswer answer = (CitedAnswer) corpus.ask("Why was the harbour of Ostrow closed after the storm?");

        assertThat(answer.citations()).isSortedAccordingTo((a, b) -> a.span().compareTo(b.span()));
        assertThat(AnswerText.of(answer))
                .startsWith(answer.citations().getFirst().quote() + " [1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did the IMF say about the harbour?",
                "Who won the 2022 World Cup?",
                "What did Zofia Kowalska say?",
                "Why do cats purr?"
            })
    void abstainsWhenTheCorpusDoesNotSay(String question) {
        corpus.with("harbour", LocalDate.of(2024, 2, 1), HARBOUR);

        NoEvidence none = none(corpus.ask(question));

        assertThat(none.message()).contains("no answer").contains("1 document (1 Feb 2024)");
        assertThat(none.confidence()).isLessThan(0.5);
    }

    @Test
    void aYearThatNothingNamesIsNotAnswered() {
        corpus.with("undated", null, "The council raised the harbour fee to 40 crowns after the storm of 2019.");

        assertThat(quotes("How far did the council raise the harbour fee after the storm of 2019?"))
                .hasSize(1);
        assertThat(none(corpus.ask("How far did the council raise the harbour fee after the storm of 2011?"))
                        .reason())
                .contains("2011");
    }

    @Test
    void howManyIsNotAnsweredWithoutAnAmount() {
        corpus.with("harbour", null, "The council of Ostrow has owned the harbour for a long time.");

        assertThat(quotes("Who has owned the harbour of Ostrow?")).hasSize(1);
        assertThat(none(corpus.ask("How many years has the council of Ostrow owned the harbour?"))
                        .confidence())
                .isLessThan(0.5);
    }

    @Test
    void theYearInWhichADocumentCameOutNeedNotBeNamedInIt() {
        corpus.with("dated", LocalDate.of(2024, 2, 1), "The council raised the harbour fee to 55 crowns on Monday.");

        assertThat(quotes("To what did the council raise the harbour fee in 2024?"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did the 12 harbour pilots of the council ask for?",
                "What did the twelve harbour pilots of the council ask for?"
            })
    void aNumberMayBeWrittenInAnotherWay(String question) {
        corpus.with("words", null, "The twelve harbour pilots of the council asked for higher pay.")
                .with("other", null, "The harbour pilots of the council met the mayor.");

        assertThat(quotes(question)).contains("The twelve harbour pilots of the council asked for higher pay.");
        assertThat(none(corpus.ask(question.replace("12", "30").replace("twelve", "30")))
                        .reason())
                .contains("30");
    }

    @Test
    void namesWhatIsMissingAndTheNearestThingWhenItAbstains() {
        corpus.with("harbour", null, HARBOUR);

        NoEvidence none = none(corpus.ask("What did the IMF say about the harbour?"));

        assertThat(none.reason()).contains("imf");
        assertThat(none.nearest()).isNotNull();
        assertThat(AnswerText.of(none)).contains("“Report harbour”");
    }

    @ParameterizedTest
    @CsvSource({
        "wat did Anna Belsky sya?, what did Anna Belsky say?",
        "What did Anna Blesky say about the habour?, What did Anna belski say about the harbour?",
        "When was the mueseum founded?, When was the museum founded?"
    })
    void readsAcrossSlipsOfSpellingAndSaysHow(String question, String read) {
        corpus.with("harbour", null, HARBOUR);

        Answer answer = corpus.ask(question);

        assertThat(citations(answer)).isNotEmpty();
        assertThat(note(answer)).startsWith("I read this as “" + read + "”.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"What did the cat say?", "Who sold the pear?"})
    void anotherWordIsNoSlip(String question) {
        corpus.with("harbour", null, HARBOUR);

        assertThat(none(corpus.ask(question)).message()).isNotBlank();
    }

    @Test
    void abbreviationsAreNamesHoweverTheyAreWritten() {
        corpus.with("visit", null, """
                A delegation of the U.S. visited Ostrow on Friday to see the harbour.

                A delegation of the WHO visited Lunden on Monday to see the hospital.""");

        assertThat(quotes("Where did the US delegation go?").getFirst()).contains("Ostrow");
        assertThat(quotes("Where did the WHO delegation go?").getFirst()).contains("Lunden");
    }

    @Test
    void saysThatThereAreNoDocumentsAndHowToAddOne() {
        assertThat(none(corpus.ask("What happened?")).message())
                .contains("no documents")
                .contains("./citebot corpus add");
    }

    @Test
    void answersTheLatestFromTheNewestDocument() {
        corpus.with("old", LocalDate.of(2023, 5, 1), "The council raised the harbour fee to 40 crowns.")
                .with("new", LocalDate.of(2024, 2, 1), "The council raised the harbour fee to 55 crowns.");

        assertThat(quotes("What is the latest harbour fee of the council?"))
                .containsExactly("The council raised the harbour fee to 55 crowns.");
    }

    @Test
    void anOlderDocumentAnswersWhereTheNewestDoesNot() {
        corpus.with("old", LocalDate.of(2023, 5, 1), "The council raised the harbour fee to 40 crowns.")
                .with("new", LocalDate.of(2024, 2, 1), "The council met at the harbour.");

        assertThat(quotes("What is the latest harbour fee of the council?"))
                .containsExactly("The council raised the harbour fee to 40 crowns.");
    }

    @Test
    void theDaysOfAnEventHideNoDocument() {
        corpus.with("undated", null, "The council has held the harbour since 1911.");
        assertThat(quotes("Who has held the harbour since 1911?")).hasSize(1);

        corpus.with("dated", LocalDate.of(2024, 2, 1), "The council met on Friday.");
        assertThat(quotes("Who has held the harbour since 1911?")).hasSize(1);
    }

    @Test
    void showsTheWindowWhereNothingInItAnswers() {
        corpus.with("new", LocalDate.of(2024, 2, 1), "The council raised the harbour fee to 55 crowns.");

        assertThat(none(corpus.ask("What did Zofia Kowalska say last week?")).message())
                .contains("29 Jan 2024 to 4 Feb 2024", "last week");
    }

    @Test
    void keepsToTheWindowOfDaysThatIsAskedFor() {
        corpus.with("old", LocalDate.of(2023, 5, 1), "The council raised the harbour fee to 40 crowns.")
                .with("new", LocalDate.of(2024, 2, 1), "The council raised the harbour fee to 55 crowns.");

        Answer since = corpus.ask("What harbour fee did the council set since 1 January 2024?");

        assertThat(citations(since))
                .extracting(Citation::quote)
                .containsExactly("The council raised the harbour fee to 55 crowns.");
        assertThat(((CitedAnswer) since).note()).contains("since 1 Jan 2024");
        assertThat(since.searched()).isEqualTo(new Searched(1, LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 1)));
    }

    @Test
    void saysThatAWindowIsEmptyAndDoesNotWidenIt() {
        corpus.with("old", LocalDate.of(2023, 5, 1), "The council raised the harbour fee to 40 crowns.")
                .with("undated", null, "The council raised the harbour fee to 45 crowns.");

        NoEvidence none = none(corpus.ask("What did the council say today about the harbour fee?"));

        assertThat(none.message()).contains("10 Feb 2024").contains("today");
        assertThat(none.searched().documents()).isZero();
    }

    @Test
    void hidesDocumentsThatCameOutAfterTheDayOfTheQuestion() {
        corpus.with("later", LocalDate.of(2024, 2, 11), "The council raised the harbour fee to 99 crowns.");

        assertThat(none(corpus.ask("What harbour fee did the council set?"))
                        .searched()
                        .documents())
                .isZero();
    }

    @Test
    void answersFromTheNamedDocumentsAlone() {
        corpus.with("a", null, "The council raised the harbour fee to 40 crowns.")
                .with("b", null, "The council raised the harbour fee to 55 crowns.");

        Answer answer = corpus.answerer()
                .answer(new Question(
                        "What harbour fee did the council set?",
                        SmallCorpus.TODAY,
                        Set.of(new DocumentId("b"), new DocumentId("unknown"))));

        assertThat(citations(answer))
                .extracting(Citation::quote)
                .containsExactly("The council raised the harbour fee to 55 crowns.");
        assertThat(answer.searched().documents()).isEqualTo(1);
    }

    @Test
    void saysTheSameThingOnlyOnce() {
        corpus.with("a", null, "The council of Ostrow raised the harbour fee to 40 crowns.")
                .with("b", null, "The council of Ostrow raised the harbour fee to 40 crowns!");

        assertThat(quotes("What harbour fee did the council set?")).hasSize(1);
    }

    @Test
    void citesNothingThatTheStoreNoLongerHoldsWhateverTheIndexSays() {
        corpus.with("a", null, "The council raised the harbour fee to 40 crowns.");
        corpus.store("a", null, "The council abolished all fees.");
        assertThat(corpus.ask("What harbour fee did the council set?")).isInstanceOf(NoEvidence.class);

        corpus.store().remove(new DocumentId("a"));
        assertThat(none(corpus.ask("Which fees did the council abolish?"))
                        .searched()
                        .documents())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200B\u2060"})
    void asksForAQuestionWhereThereIsNone(String nothing) {
        corpus.with("harbour", null, HARBOUR);

        assertThat(none(corpus.ask(nothing)).message()).contains("Please ask");
    }

    @Test
    void refusesAFarTooLongQuestionPolitely() {
        corpus.with("harbour", null, HARBOUR);

        assertThat(none(corpus.ask("harbour ".repeat(12_500))).message()).contains("100000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "…", "港はいつ開きますか", "متى يفتح الميناء؟", "📣⚓", "the of and", "\uD800"})
    void answersPolitelyWhateverTheScript(String question) {
        corpus.with("harbour", null, HARBOUR);

        assertThat(none(corpus.ask(question)).message()).isNotBlank();
    }

    @Test
    void answersManyAtOnceAsOneByOne() throws Exception {
        corpus.with("harbour", null, HARBOUR);
        List<String> expected = quotes("How much do the repairs cost?");

        Callable<List<String>> ask = () -> quotes("How much do the repairs cost?");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> answer : threads.invokeAll(java.util.Collections.nCopies(50, ask))) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void tellsNothingOfItsInsidesWhenItFails() {
        corpus.with("harbour", null, HARBOUR);
        corpus.close();

        Answer answer = corpus.ask("How much do the repairs cost?");

        assertThat(answer).isInstanceOf(Unavailable.class);
        assertThat(AnswerText.of(answer)).doesNotContain("Lucene", "closed", "Exception", folder.toString());
        corpus = new SmallCorpus(folder);
    }
}
