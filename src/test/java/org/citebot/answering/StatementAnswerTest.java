package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who said what, asked of a small press: wire copies, two of one surname, a denial, names of two scripts. */
class StatementAnswerTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 30);

    @TempDir
    private static Path folder;

    private static SmallCorpus corpus;

    @BeforeAll
    static void press() {
        String dam =
                "Mara Quill, the chief engineer of the Dam Board, said on Monday that the spillway of the Orra dam "
                        + "would hold through the spring flood.";
        corpus = new SmallCorpus(folder)
                .of("Valley Post", "dam", DAY, dam + " The valley has eleven thousand people.")
                .of("River Daily", "dam-copy", DAY.plusDays(1), "A wire report.\n\n" + dam)
                .of("Hill Herald", "dam-again", DAY.plusDays(1), dam + " It rained all day.")
                .of(
                        "Valley Post",
                        "smiths",
                        DAY.minusDays(5),
                        "John Smith, the mayor of Orra, said that the bridge is safe. Anna Smith, a geologist, said that"
                                + " the bridge is sinking.")
                .of(
                        "River Daily",
                        "denial",
                        DAY.minusDays(4),
                        "Tomas Brandl, a lawyer, denied that the council had sold the harbour. Brandl did not say that the"
                                + " council had mortgaged the harbour.")
                .of(
                        "Hill Herald",
                        "leader",
                        DAY.minusDays(3),
                        "President Alexander Lukashenko warned that the border would close. “We will close every"
                                + " crossing,” Lukashenko said.")
                .of(
                        "Valley Post",
                        "leader-other",
                        DAY.minusDays(2),
                        "Alyaksandr Lukashenka promised that salaries would rise.")
                .of(
                        "Valley Post",
                        "later",
                        DAY.plusDays(8),
                        "Mara Quill said that the spillway of the Orra dam had cracked. She added that repairs would take"
                                + " a month.")
                .of(
                        "River Daily",
                        "none",
                        DAY,
                        "The market of Orra was rebuilt in 1901. It has forty stalls and a clock tower.");
    }

    @AfterAll
    static void close() {
        corpus.close();
    }

    private static StatementsAnswer said(String question) {
        Answer answer = corpus.ask(question);
        assertThat(answer).as(question + ": " + AnswerText.of(answer)).isInstanceOf(StatementsAnswer.class);
        return (StatementsAnswer) answer;
    }

    private static List<String> speakers(StatementsAnswer answer) {
        return answer.lines().stream().map(SaidLine::speaker).distinct().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did Mara Quill say?                          | Mara Quill           | would hold through the spring flood",
                "What did Quill say about the spillway?            | Mara Quill           | had cracked",
                "Who said that the bridge is sinking?              | Anna Smith           | the bridge is sinking",
                "Who warned about the border?                      | Alexander Lukashenko | the border would close",
                "Did John Smith say that the bridge is safe?       | John Smith           | the bridge is safe",
                "When did Quill say that the spillway would hold?  | Mara Quill           | would hold",
                "What did the chief engineer say?                  | Mara Quill           | would hold",
                "Who denied that the council sold the harbour?     | Tomas Brandl         | the council had sold the harbour",
                "How have Quill's words on the spillway changed?   | Mara Quill           | had cracked",
                "Compare John Smith and Anna Smith on the bridge   | John Smith           | the bridge is safe",
                "Што сказаў Quill?                                 | Mara Quill           | would hold",
                "Что сказал Лукашенко?                             | Alexander Lukashenko | We will close every crossing",
                "waht did Quill say?                               | Mara Quill           | would hold",
            })
    void everyFormOfQuestionIsAnsweredWithAQuotation(String question, String speaker, String words) {
        StatementsAnswer answer = said(question);
        assertThat(speakers(answer)).contains(speaker);
        assertThat(answer.lines()).anySatisfy(line -> assertThat(line.words()).contains(words));
        assertThat(answer.confidence()).isBetween(0.5, 1.0);
        assertThat(answer.lines()).allSatisfy(line -> {
            Citation citation = answer.citations().get(line.citation() - 1);
            assertThat(citation.quote()).contains(line.words());
        });
    }

    @Test
    void whenIsToldOfThePointAskedForAndElseByEachLine() {
        assertThat(said("When did Quill say that the spillway would hold?").opening())
                .isInstanceOf(Opening.When.class);
        StatementsAnswer all = said("When did Quill say that?");
        assertThat(all.opening()).isNull();
        assertThat(AnswerText.of(all)).contains("(said Monday, probably 29 Jan 2024;");
    }

    @Test
    void copiesOfAWireReportAreOneAndSaySo() {
        StatementsAnswer answer = said("What did Mara Quill say about the spring flood?");
        assertThat(answer.lines()).singleElement().satisfies(line -> {
            assertThat(line.copies()).hasSize(2);
            assertThat(answer.citations().get(line.citation() - 1).version().document())
                    .isEqualTo(new DocumentId("dam"));
            assertThat(line.said()).isEqualTo("2024-01-29");
            assertThat(line.chain()).containsExactly("Valley Post");
        });
        assertThat(AnswerText.of(answer))
                .contains("said Monday, probably 29 Jan 2024", "also in 2 other sources [2][3]");
    }

    @Test
    void theNewestStandsFirstAndWhoWasInferredIsSaid() {
        StatementsAnswer answer = said("What did Quill say?");
        assertThat(AnswerText.of(answer))
                .startsWith("Mara Quill, the chief engineer of the Dam Board — via Valley Post, 7 Feb 2024:");
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line.inferred()).isEqualTo(new Inferred("She added")));
    }

    @Test
    void twoOfOneSurnameAreShownApart() {
        StatementsAnswer answer = said("What did Smith say about the bridge?");
        assertThat(speakers(answer)).containsExactlyInAnyOrder("Anna Smith", "John Smith");
        assertThat(answer.groups()).hasSize(2);
        assertThat(answer.note())
                .contains("“Smith” may be ")
                .contains("Anna Smith")
                .contains("John Smith");
    }

    @Test
    void ownWordsStandInTheirMarksAndReportedOnesInNone() {
        StatementsAnswer answer = said("What did Lukashenko say?");
        assertThat(answer.lines())
                .extracting(SaidLine::text)
                .contains("“We will close every crossing,”", "warned that the border would close.")
                .noneMatch(text -> text.contains("“the border"));
    }

    @Test
    void anotherSpellingIsFoundAndSaidToBeAnother() {
        StatementsAnswer answer = said("Что сказал Лукашенко?");
        assertThat(speakers(answer)).containsExactlyInAnyOrder("Alexander Lukashenko", "Alyaksandr Lukashenka");
        assertThat(answer.note()).contains("“Лукашенко” may be ");
    }

    @Test
    void aYesIsInTheSpeakersWordsAndANoIsNeverSaid() {
        assertThat(said("Did John Smith say that the bridge is safe?").opening())
                .isEqualTo(Opening.Fixed.YES);
        StatementsAnswer other = said("Did John Smith say that the bridge is not safe?");
        assertThat(other.opening()).isNotEqualTo(Opening.Fixed.YES);
        assertThat(other.groups().getFirst().remark()).isEqualTo(SaidGroup.Remark.DENIED);
        Answer nothing = corpus.ask("Did John Smith say that taxes will rise?");
        assertThat(nothing).isInstanceOf(NoEvidence.class);
        assertThat(((NoEvidence) nothing).message())
                .startsWith("I found nothing by John Smith on this in the 9 documents");
    }

    @ParameterizedTest
    @CsvSource({
        "What did John Smith deny?, no denial by John Smith",
        "Did Anna Smith warn that taxes will rise?, no warning by Anna Smith on this",
        "What did John Smith promise about the harbour?, no promise by John Smith on “the harbour”",
        "Did John Smith say that taxes will rise?, nothing by John Smith on this"
    })
    void whatIsMissingIsCalledWhatWasAskedFor(String question, String missing) {
        Answer answer = corpus.ask(question);
        String told = answer instanceof CitedAnswer cited ? cited.note() : AnswerText.of(answer);
        assertThat(told).contains("I found " + missing);
    }

    @Test
    void whatWasNotSaidIsNotShownAsSaid() {
        StatementsAnswer answer = said("What did Brandl say about the harbour?");
        assertThat(answer.groups().getLast().remark()).isEqualTo(SaidGroup.Remark.NOT_SAID);
        assertThat(answer.groups().getLast().lines().getFirst().text()).contains("did not say that");
    }

    @Test
    void aWindowIsShownAndAnEmptyOneIsNotWidened() {
        assertThat(said("What has Quill said since 1 February?").lines())
                .extracting(SaidLine::words)
                .noneMatch(words -> words.contains("would hold"))
                .anyMatch(words -> words.contains("had cracked"));
        assertThat(said("What has Quill said since 1 February?").note()).contains("since 1 Feb 2024");
        Answer nothing = corpus.ask("What did Anna Smith say last week?");
        assertThat(nothing).as(AnswerText.of(nothing)).isInstanceOf(NoEvidence.class);
        assertThat(((NoEvidence) nothing).message())
                .contains("I found nothing by Anna Smith")
                .contains("“last week”")
                .contains("25 Jan 2024");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did the IMF say about Orra?",
                "What did Mara Quill say about Moldova?",
                "Who said that pigs fly?"
            })
    void whatNobodySaidIsNotAnswered(String question) {
        Answer answer = corpus.ask(question);
        assertThat(answer).as(AnswerText.of(answer)).isInstanceOf(NoEvidence.class);
        assertThat(((NoEvidence) answer).reason()).contains("no statement found");
    }

    @Test
    void passagesAnswerWhereNoStatementDoesAndThatIsSaid() {
        Answer answer = corpus.ask("What do people say about the clock tower of the market of Orra?");
        assertThat(answer).as(AnswerText.of(answer)).isInstanceOf(CitedAnswer.class);
        assertThat(((CitedAnswer) answer).note()).contains("so these are passages");
    }

    @Test
    void laterDocumentsAreHiddenAsOfADay() {
        Answer answer = corpus.answerer().answer(Question.of("What did Quill say?", DAY.plusDays(2)));
        assertThat(AnswerText.of(answer)).contains("would hold").doesNotContain("cracked");
    }

    @Test
    void anAbbreviationInBracketsBelongsToTheNameAndNotToTheWords(@TempDir Path other) {
        String text = "The Institute of River Studies (IRS) said on Tuesday that the Orra had risen by a metre.";
        try (SmallCorpus small = new SmallCorpus(other).with("rivers", DAY, text)) {
            assertThat(small.ask("What did the IRS say?"))
                    .isInstanceOfSatisfying(
                            StatementsAnswer.class,
                            answer -> assertThat(answer.lines())
                                    .singleElement()
                                    .extracting(SaidLine::text)
                                    .isEqualTo("said on Tuesday that the Orra had risen by a metre."));
        }
    }

    @Test
    void whatIsRemovedIsNotSaidAnyMoreAndComesBackWithItsDocument(@TempDir Path other) {
        try (SmallCorpus small =
                new SmallCorpus(other).with("a", DAY, "Ada Pell, the clerk, said that the archive had burned.")) {
            assertThat(small.ask("What did Pell say?")).isInstanceOf(StatementsAnswer.class);
            small.store().remove(new DocumentId("a"));
            assertThat(small.ask("What did Pell say?"))
                    .as("before the index knows")
                    .isInstanceOf(NoEvidence.class);
            small.indexed();
            assertThat(small.ask("What did Pell say?")).isInstanceOf(NoEvidence.class);
            small.store().restore(new DocumentId("a"), 1);
            small.indexed();
            assertThat(small.ask("What did Pell say?")).isInstanceOf(StatementsAnswer.class);
        }
    }
}
