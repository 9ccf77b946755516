package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.ModelReply.Failed.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions in one language about documents in another, with a language model that translates them. */
class TranslatedQuestionTest {

    private static final String BREAD = "Почему подорожал хлеб?";
    private static final String TRANSLATION = "Why did bread become dearer?";
    private static final String TEXT = "Bread became dearer because the mills stood still in autumn.";

    @TempDir
    private Path folder;

    /** Translates, and writes nothing that could be kept. */
    private static ScriptedModel translating(String reply) {
        return new ScriptedModel(
                prompt -> new ModelReply.Written(prompt.system().contains("translate") ? reply : "", 0, 0));
    }

    private ExplainedAnswer ask(ScriptedModel model, String question) {
        try (SmallCorpus corpus = new SmallCorpus(folder, model)) {
            corpus.with("bread", LocalDate.of(2024, 2, 1), TEXT);
            return corpus.answerer().explain(Question.of(question, SmallCorpus.TODAY));
        }
    }

    @Test
    void isSearchedWithButNotShown() {
        ScriptedModel model = translating(TRANSLATION);

        ExplainedAnswer explained = ask(model, BREAD);

        assertThat(explained.answer()).isInstanceOf(CitedAnswer.class);
        assertThat(explained.answer().question()).isEqualTo(BREAD);
        assertThat(AnswerText.of(explained.answer())).contains(TEXT).doesNotContain(TRANSLATION);
        assertThat(explained.explanation().translation()).isEqualTo(TRANSLATION);
        assertThat(model.prompts().getFirst().user()).contains(BREAD, "English");
        assertThat(model.times().getFirst()).isLessThan(CorpusAnswerer.DEFAULT_DEADLINE.dividedBy(2));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isDoneWithoutWhereTheModelFails(Cause cause) {
        ScriptedModel model = ScriptedModel.failing(cause);

        assertThat(ask(model, BREAD).answer()).isInstanceOf(NoEvidence.class);
        assertThat(model.prompts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "Bread?\nHere is why bread became dearer", "NOPE"})
    void isDoneWithoutWhereTheReplyIsNoneOrFindsNothing(String reply) {
        assertThat(ask(translating(reply), BREAD).answer()).isInstanceOf(NoEvidence.class);
    }

    @Test
    void anEndlessReplyIsNoTranslation() {
        assertThat(ask(translating("bread became dearer ".repeat(100)), BREAD)
                        .explanation()
                        .translation())
                .isNull();
    }

    @Test
    void keepsTheDaysOfTheQuestionAsked() {
        ScriptedModel model = translating("Why did bread become dearer last week?");

        Answer answer = ask(model, "Почему хлеб подорожал сегодня?").answer();

        assertThat(answer).isInstanceOf(NoEvidence.class);
        assertThat(((NoEvidence) answer).message()).contains("10 Feb 2024", "сегодня");
        assertThat(model.prompts()).isEmpty();
    }

    @Test
    void isNotAskedForInTheLanguageOfTheDocuments() {
        ScriptedModel model = translating("Warum wurde Brot teurer?");

        ask(model, "Why did bread become dearer?");

        assertThat(model.prompts()).noneMatch(prompt -> prompt.system().contains("translate"));
    }

    @Test
    void isNotAskedForWhereThereIsNoTime() {
        ScriptedModel model = translating(TRANSLATION);
        try (SmallCorpus corpus = new SmallCorpus(folder, model, Duration.ofSeconds(1))) {
            corpus.with("bread", null, TEXT).ask(BREAD);
        }

        assertThat(model.prompts()).isEmpty();
    }
}
