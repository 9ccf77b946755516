package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.retrieval.Confidence;
import org.citebot.retrieval.ConfidenceFeature;
import org.citebot.retrieval.ConfidenceWeights;
import org.citebot.retrieval.FittedWeights;
import org.citebot.retrieval.SentenceFeature;
import org.citebot.retrieval.SentenceRanker;

/** Fits the weights of the sentence ranker and of the confidence, both with a quadratic penalty. */
final class WeightFit {

    private static final double PENALTY = 50;
    /** Each set weighs as much as this many questions. */
    private static final double SET_WEIGHT = 1_000;
    /** Sets made to test abstention have more questions without an answer than people ask. */
    private static final double SHARE_WITHOUT_ANSWER = 0.2;
    /**
     * Not fitted: what contradicts is too seldom in the public sets, where most that goes unanswered shares little with the
     * text, and these weights come out as half of what its rare cases tell. Of the best sentences found there, 5 of 148 were
     * right with a year of the question nowhere around, 8 of 81 with another number nowhere, 9 of 187 with another number in
     * its place, 14 of 108 with the opposite of a word, 6 of 84 without the amount that is asked for. And their questions name
     * what an article is about in capitals in any case, or nothing at all, so that a missing name tells less there than in
     * news, where it is who or what the question is about.
     */
    private static final FittedWeights GIVEN = new FittedWeights(Map.of(
            ConfidenceFeature.NAMES_MISSING.name(),
            -1.5,
            ConfidenceFeature.YEARS_MISSING.name(),
            -4.0,
            ConfidenceFeature.NUMBERS_MISSING.name(),
            -2.0,
            ConfidenceFeature.OTHER_NUMBER.name(),
            -1.5,
            ConfidenceFeature.OPPOSITE.name(),
            -1.5,
            ConfidenceFeature.AMOUNT_MISSING.name(),
            -3.0));

    private WeightFit() {}

    /** Maximises the likelihood that the sentence that answers is drawn from all that were found (softmax). */
    static FittedWeights sentences(List<TrainingQuestion> questions) {
        List<TrainingQuestion> told = questions.stream()
                .filter(question -> !question.right().isEmpty())
                .toList();
        List<Map<SentenceFeature, Double>> rows = new ArrayList<>();
        told.forEach(question -> question.sentences().forEach(sentence -> rows.add(sentence.features())));
        Table<SentenceFeature> table = new Table<>(List.copyOf(SentenceFeature.RANKING), rows);
        return table.unscaled(ConvexFit.least(
                (weights, gradient) -> {
                    double loss = penalty(weights, gradient);
                    int from = 0;
                    for (TrainingQuestion question : told) {
                        loss += softmax(table, from, question, weights, gradient);
                        from += question.sentences().size();
                    }
                    return loss;
                },
                table.width()));
    }

    private static double softmax(
            Table<SentenceFeature> table, int from, TrainingQuestion question, double[] weights, double[] gradient) {
        int count = question.sentences().size();
        double[] sums = IntStream.range(0, count)
                .mapToDouble(i -> table.sum(from + i, weights))
                .toArray();
        double greatest =
                IntStream.range(0, count).mapToDouble(i -> sums[i]).max().orElse(0);
        double all = 0;
        double right = 0;
        for (int i = 0; i < count; i++) {
            sums[i] = Math.exp(sums[i] - greatest);
            all += sums[i];
            right += question.right().contains(i) ? sums[i] : 0;
        }
        for (int i = 0; i < count; i++) {
            double share = question.right().contains(i) ? sums[i] / right : 0;
            table.addTo(gradient, from + i, sums[i] / all - share);
        }
        return Math.log(all / right);
    }

    /** With and without what a comparison of words tells, both fitted on all questions. */
    static ConfidenceWeights confidence(List<TrainingQuestion> questions, FittedWeights sentences) {
        Set<ConfidenceFeature> all = EnumSet.allOf(ConfidenceFeature.class);
        Set<ConfidenceFeature> uncompared = EnumSet.copyOf(all);
        uncompared.removeAll(ConfidenceFeature.OF_COMPARISON);
        return new ConfidenceWeights(
                confidence(questions, sentences, all), confidence(questions, sentences, uncompared));
    }

    /** Maximises the likelihood of whether the answer is right (logistic regression). */
    private static FittedWeights confidence(
            List<TrainingQuestion> questions, FittedWeights sentences, Set<ConfidenceFeature> features) {
        List<TrainingQuestion> found = questions.stream()
                .filter(question -> !question.sentences().isEmpty())
                .toList();
        List<Map<ConfidenceFeature, Double>> rows = found.stream()
                .map(question -> confidenceOf(question, sentences))
                .toList();
        double[] weight = weights(found);
        boolean[] right = new boolean[found.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = isRight(found.get(i), sentences);
        }
        Table<ConfidenceFeature> table = new Table<>(
                features.stream()
                        .filter(feature -> !GIVEN.byName().containsKey(feature.name()))
                        .toList(),
                rows);
        double[] given = rows.stream().mapToDouble(GIVEN::sum).toArray();
        FittedWeights fitted = table.unscaled(ConvexFit.least(
                (weights, gradient) -> {
                    double loss = penalty(weights, gradient);
                    for (int i = 0; i < table.size(); i++) {
                        double sum = table.sum(i, weights) + given[i];
                        double signed = right[i] ? sum : -sum;
                        loss += weight[i] * Math.log1p(Math.exp(-Math.abs(signed))) + weight[i] * Math.max(0, -signed);
                        table.addTo(gradient, i, weight[i] * (1 / (1 + Math.exp(-sum)) - (right[i] ? 1 : 0)));
                    }
                    return loss;
                },
                table.width()));
        Map<String, Double> all = new HashMap<>(fitted.byName());
        all.putAll(GIVEN.byName());
        return new FittedWeights(all);
    }

    /** Sets weigh the same, and in each of them the questions without an answer have their share. */
    private static double[] weights(List<TrainingQuestion> questions) {
        Map<Kind, Long> counts = questions.stream().collect(Collectors.groupingBy(Kind::of, Collectors.counting()));
        return questions.stream()
                .map(Kind::of)
                .mapToDouble(kind -> {
                    double share = kind.answerable() ? 1 - SHARE_WITHOUT_ANSWER : SHARE_WITHOUT_ANSWER;
                    boolean mixed = counts.containsKey(new Kind(kind.set(), !kind.answerable()));
                    return SET_WEIGHT * (mixed ? share : 1) / counts.getOrDefault(kind, 1L);
                })
                .toArray();
    }

    private record Kind(String set, boolean answerable) {

        static Kind of(TrainingQuestion question) {
            return new Kind(question.set(), question.answerable());
        }
    }

    /** What tells how sure to be, by the ranking of some weights. */
    static Map<ConfidenceFeature, Double> confidenceOf(TrainingQuestion question, FittedWeights sentences) {
        return Confidence.features(SentenceRanker.ranked(question.sentences(), sentences));
    }

    /** Whether one of the best sentences holds the answer: of as many as are wanted. */
    static boolean isRight(TrainingQuestion question, FittedWeights sentences) {
        return question.answerable() && best(question, sentences).stream().anyMatch(question.fitting()::contains);
    }

    /** The numbers of the best sentences, as many as are wanted. */
    static List<Integer> best(TrainingQuestion question, FittedWeights sentences) {
        double[] scores = SentenceRanker.scores(question.sentences(), sentences);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .limit(question.wanted())
                .toList();
    }

    private static double penalty(double[] weights, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += PENALTY / 2 * weights[i] * weights[i];
            gradient[i] += PENALTY * weights[i];
        }
        return loss;
    }
}
