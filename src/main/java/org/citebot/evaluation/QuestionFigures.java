package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Figures of a set from the results of its questions. */
final class QuestionFigures {

    /** Means over the questions that have them, in the order in which they are shown. */
    private static final List<String> MEANS = List.of(
            "ndcg@10",
            "mrr@10",
            "recall@1",
            "recall@5",
            "recall@10",
            "recall@100",
            "full_recall@5",
            "answer_in_top10_documents",
            "answer_in_first_citation",
            "answer_in_citations",
            "answer_in_answer",
            "wrong_stated",
            "evidence_r_precision");

    private QuestionFigures() {}

    /** Every figure that the labels allow, by name. */
    static Map<String, Figure> of(List<QuestionResult> results) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String name : MEANS) {
            List<Double> values = values(results, name, QuestionResult::scores);
            if (!values.isEmpty()) {
                figures.put(name, Bootstrap.mean(values));
            }
        }
        if (!results.isEmpty()) {
            figures.put("abstained", Bootstrap.statistic(results, all -> share(all, QuestionResult::abstained)));
        }
        figures.putAll(abstention(results));
        List<Prediction> rightness = results.stream()
                .filter(result -> result.right() != null)
                .map(result -> new Prediction(result.confidence(), Boolean.TRUE.equals(result.right())))
                .toList();
        if (!rightness.isEmpty()) {
            figures.put("calibration_error", Bootstrap.statistic(rightness, Predictions::calibrationError));
        }
        return figures;
    }

    /** Of the questions of which it is known whether there is an answer, where some have one and some have none. */
    private static Map<String, Figure> abstention(List<QuestionResult> results) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<QuestionResult> labelled =
                results.stream().filter(result -> result.answerable() != null).toList();
        if (labelled.stream().anyMatch(QuestionFigures::isAnswerable)
                && !labelled.stream().allMatch(QuestionFigures::isAnswerable)) {
            List<Prediction> predictions = labelled.stream()
                    .map(result -> new Prediction(result.confidence(), isAnswerable(result)))
                    .toList();
            figures.put("abstention_auroc", Bootstrap.statistic(predictions, Predictions::auroc));
            figures.put("abstention_precision", Bootstrap.statistic(labelled, QuestionFigures::precision));
            figures.put("abstention_recall", Bootstrap.statistic(labelled, QuestionFigures::recall));
        }
        return figures;
    }

    /** The share of the questions without an answer among those that were not answered; 0 if all were answered. */
    private static double precision(List<QuestionResult> results) {
        List<QuestionResult> abstained =
                results.stream().filter(QuestionResult::abstained).toList();
        return abstained.isEmpty() ? 0 : share(abstained, result -> !isAnswerable(result));
    }

    /** The share of those not answered among the questions without an answer. */
    private static double recall(List<QuestionResult> results) {
        return share(results.stream().filter(result -> !isAnswerable(result)).toList(), QuestionResult::abstained);
    }

    private static boolean isAnswerable(QuestionResult result) {
        return Boolean.TRUE.equals(result.answerable());
    }

    /** NaN of nothing. */
    private static double share(List<QuestionResult> results, Predicate<QuestionResult> holds) {
        return (double) results.stream().filter(holds).count() / results.size();
    }

    /** What the plain methods of ranking reach; empty where they were not asked for. */
    static List<Baseline> baselines(List<QuestionResult> results) {
        List<Baseline> baselines = new ArrayList<>();
        for (String figure : MEANS) {
            for (BaselineMethod method : BaselineMethod.values()) {
                Function<QuestionResult, Map<String, Double>> byMethod =
                        result -> result.baselines().getOrDefault(method, Map.of());
                List<QuestionResult> both = results.stream()
                        .filter(result -> byMethod.apply(result).containsKey(figure))
                        .toList();
                if (!both.isEmpty()) {
                    List<Double> theirs = values(both, figure, byMethod);
                    List<Double> ours = values(both, figure, QuestionResult::scores);
                    baselines.add(new Baseline(figure, method, Bootstrap.mean(theirs), Bootstrap.paired(ours, theirs)));
                }
            }
        }
        return baselines;
    }

    private static List<Double> values(
            List<QuestionResult> results, String figure, Function<QuestionResult, Map<String, Double>> scores) {
        return results.stream()
                .flatMap(result -> Stream.ofNullable(scores.apply(result).get(figure)))
                .toList();
    }
}
