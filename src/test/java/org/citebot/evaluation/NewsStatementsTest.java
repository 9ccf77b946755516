package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.citebot.Project;
import org.citebot.evaluation.StatementEvaluator.LabelledDocument;
import org.citebot.statement.StatementExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own labelled news: that its labels are right, and that the extractor gets no worse. */
class NewsStatementsTest {

    private static final Path FOLDER = Project.root().resolve("src/test/resources/news-statements");

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "heldout"})
    void everyLabelIsWhereItSays(String part) {
        EvaluationSet set = EvaluationSet.read(FOLDER.resolve(part));
        Map<String, String> texts = set.labelledDocuments().stream()
                .map(LabelledDocument::document)
                .collect(Collectors.toMap(SetDocument::id, SetDocument::text));

        assertThat(set.statements())
                .hasSizeGreaterThan(100)
                .allSatisfy(statement -> assertThat(statement.span().in(texts.getOrDefault(statement.document(), "")))
                        .isEqualTo(statement.text()));
    }

    /** The figures that were measured when the rules were last worked on, less what a change elsewhere may cost. */
    @Test
    void theExtractorGetsNoWorseOnTheTuningPart() {
        EvaluationSet set = EvaluationSet.read(FOLDER.resolve("tuning"));
        StatementEvaluator evaluator =
                new StatementEvaluator(new StatementExtractor(), SpeechCues.of(set.folder()), true);

        Map<String, Figure> figures = StatementEvaluator.figures(
                set.labelledDocuments().stream().map(evaluator::evaluate).toList());

        assertThat(value(figures, "statement_f1@0.3")).isGreaterThan(0.91);
        assertThat(value(figures, "speaker_given_match")).isGreaterThan(0.90);
        assertThat(value(figures, "joint_f1@0.3")).isGreaterThan(0.83);
    }

    private static double value(Map<String, Figure> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name).value();
    }
}
