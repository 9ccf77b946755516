package org.citebot.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a page of Markdown. */
public final class EvaluationReport {

    private EvaluationReport() {}

    /**
     * A set, and what it was measured with.
     *
     * @param settings in the order in which they are shown
     */
    public record Entry(Evaluation evaluation, Map<String, String> settings) {

        public Entry {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /**
     * The report.
     *
     * @param chart the name of the picture that lies beside it
     * @param program what was measured
     */
    public static String markdown(List<Entry> entries, String chart, LocalDate day, String program) {
        List<String> lines = new ArrayList<>();
        lines.add("# Evaluation");
        lines.add("");
        lines.add(program + ", measured " + day + " with `./citebot eval`. Intervals are 95 % by bootstrap.");
        lines.add("");
        lines.add("![Figures with their intervals](" + chart + ")");
        for (Entry entry : entries) {
            set(entry.evaluation(), lines);
        }
        lines.add("");
        lines.add("## Settings");
        for (Entry entry : entries) {
            lines.add("");
            lines.add(entry.evaluation().set() + ": "
                    + String.join(
                            ", ",
                            entry.settings().entrySet().stream()
                                    .map(setting -> setting.getKey() + " `" + setting.getValue() + "`")
                                    .toList()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void set(Evaluation evaluation, List<String> lines) {
        lines.add("");
        lines.add("## " + evaluation.set());
        lines.add("");
        lines.add("Questions: " + evaluation.questions() + ", claims: " + evaluation.claims() + ", pages: "
                + evaluation.pages()
                + ", statements: " + evaluation.statements() + "; "
                + evaluation.time().toSeconds() + " s" + beside(evaluation) + ".");
        if (!evaluation.figures().isEmpty()) {
            lines.add("");
            lines.add("| figure | value | 95 % interval |");
            lines.add("| --- | ---: | --- |");
            evaluation
                    .figures()
                    .forEach((name, figure) -> lines.add(String.format(
                            Locale.ROOT,
                            "| `%s` | %.3f | %.3f to %.3f |",
                            name,
                            figure.value(),
                            figure.low(),
                            figure.high())));
        }
        if (!evaluation.baselines().isEmpty()) {
            lines.add("");
            lines.add("| figure | method | value | Citebot is better by | p |");
            lines.add("| --- | --- | ---: | --- | ---: |");
            for (Baseline baseline : evaluation.baselines()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %.3f | %.3f (%.3f to %.3f) | %.3f |",
                        baseline.figure(),
                        baseline.method().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        baseline.value().value(),
                        baseline.gain().mean(),
                        baseline.gain().low(),
                        baseline.gain().high(),
                        baseline.gain().p()));
            }
        }
    }

    private static String beside(Evaluation evaluation) {
        Evaluation.Latency latency = evaluation.latency();
        Double quote = evaluation.quoteLength();
        Double passage = evaluation.passageLength();
        String text = latency == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; a question takes %d ms, 95 of 100 at most %d ms",
                        latency.median().toMillis(),
                        latency.percentile95().toMillis());
        return quote == null || passage == null
                ? text
                : text
                        + String.format(
                                Locale.ROOT, "; mean quote %.0f characters, from passages of %.0f", quote, passage);
    }
}
