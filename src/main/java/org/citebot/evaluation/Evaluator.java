package org.citebot.evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.evaluation.Evaluation.Latency;
import org.citebot.statement.StatementExtractor;
import org.jspecify.annotations.Nullable;

/** Measures sets: every question, claim, page and document with statements, one after the other. For one thread. */
public final class Evaluator {

    private final LocalDate today;
    private final EvaluationProgress progress;
    private final Consumer<QuestionResult> each;
    private final StatementExtractor extractor = new StatementExtractor();

    /**
     * Measures as on a day.
     *
     * @param today the day of questions that have none
     * @param each is given what came of each question
     */
    public Evaluator(LocalDate today, EvaluationProgress progress, Consumer<QuestionResult> each) {
        this.today = today;
        this.progress = progress;
        this.each = each;
    }

    /**
     * Measures all that a set has labels for.
     *
     * @param answerer answers from the set's corpus; null only for a set without questions
     * @param plain searches the set's corpus, to measure the plain methods of ranking too; null not to
     */
    public Evaluation evaluate(EvaluationSet set, @Nullable CorpusAnswerer answerer, @Nullable PlainRanking plain) {
        long begun = System.nanoTime();
        List<QuestionResult> results = answerer == null
                ? List.of()
                : run(set.questions(), new QuestionEvaluator(answerer, today, plain)::evaluate, each);
        Map<String, Figure> figures = new LinkedHashMap<>(QuestionFigures.of(results));
        ClaimEvaluator claims = new ClaimEvaluator();
        // One name means sentences for questions as for claims: where a set has both, the questions'.
        ClaimEvaluator.figures(run(set.claims(), claims::evaluate, result -> {}))
                .forEach(figures::putIfAbsent);
        Path pages = set.folder().resolve("pages");
        PageEvaluator reader = new PageEvaluator(pages);
        PageEvaluator.figures(run(set.pages(), reader::evaluate, result -> {})).forEach(figures::putIfAbsent);
        boolean cues = set.statements().stream().anyMatch(statement -> statement.cue() != null);
        StatementEvaluator statements = new StatementEvaluator(extractor, SpeechCues.of(set.folder()), cues);
        StatementEvaluator.figures(run(set.labelledDocuments(), statements::evaluate, result -> {}))
                .forEach(figures::putIfAbsent);
        return new Evaluation(
                set.name(),
                results.size(),
                set.claims().size(),
                set.pages().size(),
                set.statements().size(),
                (int) results.stream().filter(QuestionResult::failed).count(),
                figures,
                QuestionFigures.baselines(results),
                latency(results),
                mean(results, QuestionResult::quoteLengths),
                mean(results, QuestionResult::passageLengths),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private <L, R> List<R> run(List<L> labelled, Function<L, R> evaluate, Consumer<R> result) {
        List<R> results = new ArrayList<>();
        for (L one : labelled) {
            R evaluated = evaluate.apply(one);
            result.accept(evaluated);
            results.add(evaluated);
            progress.done(results.size(), labelled.size());
        }
        return results;
    }

    private static @Nullable Latency latency(List<QuestionResult> results) {
        List<Duration> sorted =
                results.stream().map(QuestionResult::time).sorted().toList();
        return sorted.isEmpty() ? null : new Latency(percentile(sorted, 0.5), percentile(sorted, 0.95));
    }

    private static Duration percentile(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static @Nullable Double mean(
            List<QuestionResult> results, Function<QuestionResult, List<Integer>> lengths) {
        Stream<Integer> all = results.stream().flatMap(result -> lengths.apply(result).stream());
        OptionalDouble mean = all.mapToInt(Integer::intValue).average();
        return mean.isPresent() ? (Double) mean.getAsDouble() : null;
    }
}
