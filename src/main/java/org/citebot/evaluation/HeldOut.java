package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citebot.retrieval.Confidence;
import org.citebot.retrieval.ConfidenceWeights;
import org.citebot.retrieval.FittedWeights;

/**
 * What fitted weights do for questions that they were not fitted on. Nothing is learnt from a question about the same
 * article, in whatever set.
 */
final class HeldOut {

    private static final int FOLDS = 3;

    private final List<TrainingQuestion> questions;

    HeldOut(List<TrainingQuestion> questions) {
        this.questions = List.copyOf(questions);
    }

    /**
     * The figures of a set, by name.
     *
     * @param wholeSet whether its other articles are held out too
     */
    Map<String, Double> figures(String set, boolean wholeSet) {
        List<String> articles = List.copyOf(articles(set));
        Sums sums = new Sums();
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> held = new HashSet<>();
            for (int i = fold; i < articles.size(); i += FOLDS) {
                held.add(articles.get(i));
            }
            List<TrainingQuestion> rest = questions.stream()
                    .filter(question -> Collections.disjoint(question.articles(), held))
                    .filter(question -> !wholeSet || !question.set().equals(set))
                    .toList();
            FittedWeights sentences = WeightFit.sentences(rest);
            ConfidenceWeights confidence = WeightFit.confidence(rest, sentences);
            questions.stream()
                    .filter(question -> question.asIs() && question.set().equals(set))
                    .filter(question -> !Collections.disjoint(question.articles(), held))
                    .forEach(question -> sums.add(question, sentences, confidence));
        }
        return sums.figures();
    }

    private Set<String> articles(String set) {
        Set<String> articles = new TreeSet<>();
        questions.stream()
                .filter(question -> question.set().equals(set))
                .forEach(question -> articles.addAll(question.articles()));
        return articles;
    }

    /** What comes together over the folds. */
    private static final class Sums {

        private final List<Prediction> answerable = new ArrayList<>();
        private final List<Prediction> right = new ArrayList<>();
        private final List<Double> precision = new ArrayList<>();

        void add(TrainingQuestion question, FittedWeights sentences, ConfidenceWeights confidence) {
            double probability = question.sentences().isEmpty()
                    ? 0
                    : Confidence.of(WeightFit.confidenceOf(question, sentences), confidence);
            answerable.add(new Prediction(probability, question.answerable()));
            right.add(new Prediction(probability, WeightFit.isRight(question, sentences)));
            if (question.answerable()) {
                long found = WeightFit.best(question, sentences).stream()
                        .filter(question.fitting()::contains)
                        .count();
                precision.add((double) found / question.wanted());
            }
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("best sentences right", mean(precision));
            figures.put("calibration error", Predictions.calibrationError(right));
            figures.put("abstained", share(answerable, true) + share(answerable, false));
            double without =
                    answerable.stream().filter(each -> !each.positive()).count();
            if (without > 0) {
                figures.put("abstention auroc", Predictions.auroc(answerable));
                figures.put(
                        "abstention precision",
                        share(answerable, false) / (share(answerable, true) + share(answerable, false)));
                figures.put("abstention recall", share(answerable, false) * answerable.size() / without);
            }
            return figures;
        }

        /** The share of all that is answerable or not, and is not answered. */
        private static double share(List<Prediction> predictions, boolean answerable) {
            return (double) predictions.stream()
                            .filter(each -> each.positive() == answerable && each.score() < Confidence.ANSWER_FROM)
                            .count()
                    / predictions.size();
        }

        private static double mean(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }
}
