package org.citebot.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citebot.retrieval.ConfidenceWeights;
import org.citebot.retrieval.FittedWeights;

/** Fits the weights of the sentence ranker and of the confidence on sets, and tells what they are worth. */
public final class Fitting {

    private final List<TrainingQuestion> questions;
    private final FittedWeights sentences;
    private final ConfidenceWeights confidence;

    /** Fits on all that was read. */
    public Fitting(TrainingQuestions questions) {
        this.questions = questions.all();
        this.sentences = WeightFit.sentences(this.questions);
        this.confidence = WeightFit.confidence(this.questions, sentences);
    }

    /** The weights of the ranker, as lines of a file. */
    public String sentenceWeights() {
        return lines(sentences);
    }

    /** The weights of the confidence where words were compared, as lines of a file. */
    public String confidenceWeights() {
        return lines(confidence.compared());
    }

    /** The weights of the confidence where they were not, as lines of a file. */
    public String confidenceWeightsUncompared() {
        return lines(confidence.uncompared());
    }

    /**
     * What such weights are worth on each set: fitted without it, and fitted without its articles only. One line for
     * each.
     */
    public String heldOut() {
        HeldOut heldOut = new HeldOut(questions);
        return questions.stream()
                .map(TrainingQuestion::set)
                .distinct()
                .flatMap(set -> Stream.of(
                        set + ", without the set: " + figures(heldOut.figures(set, true)),
                        set + ", without its articles: " + figures(heldOut.figures(set, false))))
                .collect(Collectors.joining("\n"));
    }

    private static String figures(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(figure -> String.format(Locale.ROOT, "%s %.3f", figure.getKey(), figure.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String lines(FittedWeights weights) {
        return new TreeMap<>(weights.byName())
                .entrySet().stream()
                        .map(weight -> String.format(Locale.ROOT, "%s %.4f", weight.getKey(), weight.getValue()))
                        .collect(Collectors.joining("\n"));
    }
}
