package org.citebot.evaluation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.citebot.statement.StatementExtractor;

/**
 * How well an extractor does on a set: for the benchmark, which prints it beside the speed.
 *
 * @param f1 of the statements, matched at 0.3
 * @param joint the same with the right speaker
 */
public record StatementQuality(double f1, double joint) {

    /** Measured on a folder in the layout of the evaluation sets. */
    public static StatementQuality of(StatementExtractor extractor, Path folder) {
        EvaluationSet set = EvaluationSet.read(folder);
        StatementEvaluator evaluator = new StatementEvaluator(extractor, SpeechCues.of(folder), true);
        Map<String, Figure> figures = StatementEvaluator.figures(
                set.labelledDocuments().stream().map(evaluator::evaluate).toList());
        return new StatementQuality(value(figures, "statement_f1@0.3"), value(figures, "joint_f1@0.3"));
    }

    private static double value(Map<String, Figure> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name).value();
    }
}
