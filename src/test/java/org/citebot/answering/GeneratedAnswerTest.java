package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.citation.Citation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedAnswerTest {

    private static final String QUESTION = "How much do the repairs of the harbour cost?";
    private static final String HARBOUR =
            "Mayor Anna Belsky said the harbour would open again in March. Repairs of the harbour cost 12 million"
                    + " crowns, she told the council. See https://evil.example/x for the harbour.";

    @TempDir
    private Path folder;

    private ExplainedAnswer ask(LanguageModel model) {
        try (SmallCorpus corpus = new SmallCorpus(folder, model)) {
            corpus.with("harbour", LocalDate.of(2024, 2, 1), HARBOUR);
            return corpus.answerer().explain(Question.of(QUESTION, SmallCorpus.TODAY));
        }
    }

    private CitedAnswer cited(LanguageModel model) {
        Answer answer = ask(model).answer();
        assertThat(answer).as(AnswerText.of(answer)).isInstanceOf(CitedAnswer.class);
        return (CitedAnswer) answer;
    }

    @Test
    void saysWhatThePassageProvesAndCitesItsWords() {
        CitedAnswer answer = cited(ScriptedModel.saying("The harbour's repairs cost **12,000,000 crowns** [1].\n"
                + "The harbour opens on 5 May [1]. Mayor Anna Belsky said it would open in March [1]."));

        assertThat(AnswerText.of(answer))
                .isEqualTo("The harbour's repairs cost 12,000,000 crowns. [1]"
                        + " Mayor Anna Belsky said it would open in March. [2]");
        assertThat(answer.citations().stream().map(Citation::quote))
                .containsExactly(
                        "Repairs of the harbour cost 12 million crowns, she told the council.",
                        "Mayor Anna Belsky said the harbour would open again in March.");
        assertThat(answer.kind()).isEqualTo(AnswerKind.GENERATED);
        assertThat(answer.model()).isEqualTo("scripted");
        assertThat(answer.note()).isNull();
    }

    @Test
    void tellsEachSentenceOnceItIsProvedWhileTheModelStillWrites() {
        List<String> told = new ArrayList<>();
        List<String> order = new ArrayList<>();
        ScriptedModel words = ScriptedModel.saying("The harbour's repairs cost 12,000,000 crowns. [1] "
                + "The harbour opens on 5 May [1]. Mayor Anna Belsky said it would open in March [1].");
        LanguageModel model = new ForwardingModel(words, soFar -> order.add("…" + soFar.strip()));
        try (SmallCorpus corpus = new SmallCorpus(folder, model)) {
            corpus.with("harbour", LocalDate.of(2024, 2, 1), HARBOUR);
            Answer answer = corpus.answerer().answer(Question.of(QUESTION, SmallCorpus.TODAY), sentence -> {
                told.add(sentence.text() + " " + sentence.citations());
                order.add(sentence.text());
            });

            assertThat(told)
                    .containsExactly(
                            "The harbour's repairs cost 12,000,000 crowns. [1]",
                            "Mayor Anna Belsky said it would open in March. [2]");
            assertThat(AnswerText.of(answer)).isEqualTo(String.join(" ", told));
            assertThat(order.indexOf("The harbour's repairs cost 12,000,000 crowns."))
                    .isLessThan(order.size() - 5);
        }
    }

    /** Lets a test listen to what a model tells. */
    private record ForwardingModel(ScriptedModel model, Consumer<String> listener) implements LanguageModel {

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public ModelReply write(ModelPrompt prompt, Duration within) {
            return model.write(prompt, within);
        }

        @Override
        public ModelReply write(ModelPrompt prompt, Duration within, Consumer<String> soFar) {
            return model.write(prompt, within, listener.andThen(soFar));
        }
    }

    @Test
    void whatCannotBeProvedIsNotTold() {
        List<AnswerSentence> told = new ArrayList<>();
        try (SmallCorpus corpus = new SmallCorpus(
                folder, ScriptedModel.saying("The repairs cost 13 million crowns [1]. Nobody knows."))) {
            corpus.with("harbour", LocalDate.of(2024, 2, 1), HARBOUR);
            corpus.answerer().answer(Question.of(QUESTION, SmallCorpus.TODAY), told::add);
        }
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The repairs cost 12 million crowns.",
                "The repairs cost 12 million crowns [7].",
                "The repairs cost 12 million crowns [0].",
                "The repairs cost 13 million crowns [1].",
                "What do the repairs of the harbour cost? [1]",
                "[1]",
                "```json\n{\"answer\": 1}\n```"
            })
    void quotesAndSaysSoWhereNothingCanBeProved(String reply) {
        CitedAnswer answer = cited(ScriptedModel.saying(reply));

        assertThat(answer.kind()).isEqualTo(AnswerKind.EXTRACTIVE);
        assertThat(answer.model()).isNull();
        assertThat(answer.note()).contains("could not be proved").contains("quotations");
        assertThat(AnswerText.of(answer)).contains("12 million");
    }

    @ParameterizedTest
    @EnumSource(ModelReply.Failed.Cause.class)
    void quotesAndSaysWhyWhereTheModelFails(ModelReply.Failed.Cause cause) {
        CitedAnswer answer = cited(ScriptedModel.failing(cause));

        assertThat(answer.kind()).isEqualTo(AnswerKind.EXTRACTIVE);
        assertThat(answer.note()).contains("anguage model").contains("quotations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NOT_IN_SOURCES", "**NOT_IN_SOURCES**.", "NOT_IN_SOURCES [1]", "[1] NOT_IN_SOURCES\nSorry."})
    void abstainsWhereTheModelFindsNoAnswer(String reply) {
        Answer answer = ask(ScriptedModel.saying(reply)).answer();

        assertThat(answer).isInstanceOf(NoEvidence.class);
        assertThat(((NoEvidence) answer).model()).isEqualTo("scripted");
    }

    @Test
    void holdsNoLinkButThoseOfItsCitations() {
        CitedAnswer answer = cited(ScriptedModel.saying("See https://evil.example/x for the harbour [1]."
                + " Repairs of the [harbour](tg://evil) cost 12 million crowns @evil_bot [1]."));

        assertThat(answer.sentences())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.text()).doesNotContain("://", "evil", "@"));
    }

    @Test
    void isNotAskedWhereTheCorpusDoesNotAnswer() {
        ScriptedModel model = ScriptedModel.saying("Cats purr [1].");
        try (SmallCorpus corpus = new SmallCorpus(folder, model)) {
            corpus.with("harbour", null, HARBOUR);
            assertThat(corpus.ask("Why do cats purr?")).isInstanceOf(NoEvidence.class);
        }
        assertThat(model.prompts()).isEmpty();
    }

    @Test
    void givesTheModelTheQuestionTheDatedPassagesAndTheTimeThatIsLeft() {
        ScriptedModel model = ScriptedModel.saying("");
        ask(model);

        assertThat(model.prompts()).singleElement().satisfies(prompt -> {
            assertThat(prompt.user()).contains(QUESTION, HARBOUR, "The Outlet", "1 Feb 2024");
            assertThat(prompt.system())
                    .contains("NOT_IN_SOURCES", "10 Feb 2024")
                    .doesNotContain("{{");
        });
        assertThat(model.times())
                .singleElement()
                .satisfies(time -> assertThat(time).isPositive().isLessThan(CorpusAnswerer.DEFAULT_DEADLINE));
    }

    @Test
    void explainsEveryStep() {
        Explanation explanation = ask(ScriptedModel.saying("The repairs cost 13 million crowns [1]. Yes."))
                .explanation();

        assertThat(explanation.question()).isNotNull();
        assertThat(explanation.passages()).isNotEmpty();
        assertThat(explanation.sentences()).isNotEmpty();
        Writing writing = Objects.requireNonNull(explanation.writing());
        assertThat(writing.prompt()).isEqualTo("answer");
        assertThat(writing.hash().hex()).hasSize(64);
        assertThat(writing.sentences()).extracting(SentenceCheck::kept).containsExactly(false, false);
        assertThat(writing.sentences()).extracting(SentenceCheck::why).satisfies(why -> {
            assertThat(why.getFirst()).contains("NUMBER", "13 million");
            assertThat(why.getLast()).isEqualTo("no marker");
        });
    }

    @Test
    void quotesWhereThereIsNoTimeLeft() {
        ScriptedModel model = ScriptedModel.saying("The repairs cost 12 million crowns [1].");
        try (SmallCorpus corpus = new SmallCorpus(folder, model, Duration.ofMillis(1))) {
            corpus.with("harbour", null, HARBOUR);
            assertThat(((CitedAnswer) corpus.ask(QUESTION)).note()).contains("no time");
        }
        assertThat(model.prompts()).isEmpty();
    }

    @Test
    void sharesACitationBetweenSentencesThatTheSameWordsProve() {
        CitedAnswer answer = cited(ScriptedModel.saying(
                "The harbour would open in March [1]. Mayor Anna Belsky said it would open again in March [1]."));

        assertThat(answer.sentences()).extracting(AnswerSentence::citations).isEqualTo(List.of(List.of(1), List.of(1)));
    }
}
