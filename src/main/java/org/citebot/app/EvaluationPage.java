package org.citebot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citebot.evaluation.Baseline;
import org.citebot.evaluation.Evaluation;

/** What was measured, as a table for people. */
final class EvaluationPage {

    private EvaluationPage() {}

    static String of(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add(evaluation.set() + ": " + measured(evaluation) + ", "
                + String.format(Locale.ROOT, "%.1f s", evaluation.time().toMillis() / 1_000.0));
        evaluation
                .figures()
                .forEach((name, figure) -> lines.add(String.format(
                        Locale.ROOT, "  %-26s %.3f  [%.3f, %.3f]", name, figure.value(), figure.low(), figure.high())));
        Evaluation.Latency latency = evaluation.latency();
        if (latency != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  a question takes %d ms, 95 of 100 at most %d ms",
                    latency.median().toMillis(),
                    latency.percentile95().toMillis()));
        }
        Double quote = evaluation.quoteLength();
        Double passage = evaluation.passageLength();
        if (quote != null && passage != null) {
            lines.add(
                    String.format(Locale.ROOT, "  mean quote %.0f characters, from passages of %.0f", quote, passage));
        }
        if (!evaluation.baselines().isEmpty()) {
            lines.add("  against plain methods: what they reach, and how much better Citebot is (paired bootstrap)");
        }
        for (Baseline baseline : evaluation.baselines()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-26s %-17s %.3f  %+.3f [%+.3f, %+.3f] p=%.3f",
                    baseline.figure(),
                    baseline.method().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    baseline.value().value(),
                    baseline.gain().mean(),
                    baseline.gain().low(),
                    baseline.gain().high(),
                    baseline.gain().p()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String measured(Evaluation evaluation) {
        List<String> parts = new ArrayList<>();
        if (evaluation.questions() > 0) {
            parts.add(Count.of(evaluation.questions(), "question"));
        }
        if (evaluation.claims() > 0) {
            parts.add(Count.of(evaluation.claims(), "claim"));
        }
        if (evaluation.pages() > 0) {
            parts.add(Count.of(evaluation.pages(), "page"));
        }
        if (evaluation.statements() > 0) {
            parts.add(Count.of(evaluation.statements(), "statement"));
        }
        return parts.isEmpty() ? "nothing to measure" : String.join(", ", parts);
    }
}
