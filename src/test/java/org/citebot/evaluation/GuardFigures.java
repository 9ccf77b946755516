package org.citebot.evaluation;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures that a build has to reach, as a file has them: by set and name, each with its interval. */
final class GuardFigures {

    /** Of all of these more is better. */
    private static final List<String> GUARDED = List.of(
            "ndcg@10",
            "recall@1",
            "recall@5",
            "answer_in_first_citation",
            "answer_in_citations",
            "evidence_r_precision",
            "abstention_auroc");

    /**
     * Where all questions agree, resampling knows no spread. Then the rule of three holds: what never happened in n trials
     * happens in less than 3 of n, at 95 % (Hanley and Lippman-Hand, "If Nothing Goes Wrong, Is Everything All Right?",
     * JAMA 1983).
     */
    private static final double NEVER_SEEN = 3;

    private static final double PRECISION = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    GuardFigures(Path file) {
        this.file = file;
    }

    /** What is worse than it has to be, a line each: a figure below its interval, or one that is no longer measured. */
    List<String> complaints(String set, Map<String, Figure> measured) throws IOException {
        JsonNode stored = read().path(set);
        if (stored.isEmpty()) {
            return List.of(set + " has no figures in " + file.getFileName() + ": renew them");
        }
        List<String> complaints = new ArrayList<>();
        stored.properties().forEach(entry -> {
            Figure now = measured.get(entry.getKey());
            double low = entry.getValue().path("low").asDouble();
            if (now == null) {
                complaints.add(set + ": " + entry.getKey() + " is no longer measured");
            } else if (now.value() < low) {
                complaints.add(String.format(
                        Locale.ROOT,
                        "%s: %s fell to %.4f from %.4f, below its interval, which begins at %.4f",
                        set,
                        entry.getKey(),
                        now.value(),
                        entry.getValue().path("value").asDouble(),
                        low));
            }
        });
        return complaints;
    }

    /** Puts the figures of a set in the place of those that are there. */
    void renew(String set, Evaluation measured) throws IOException {
        ObjectNode all = read();
        ObjectNode figures = all.putObject(set);
        for (String name : GUARDED) {
            Figure figure = measured.figures().get(name);
            if (figure != null && figure.high() > 0) {
                figures.putObject(name)
                        .put("value", rounded(figure.value()))
                        .put("low", rounded(low(figure, measured.questions())))
                        .put("high", rounded(figure.high()));
            }
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        Files.writeString(file, JSON.writer(printer).writeValueAsString(all) + "\n");
    }

    private static double low(Figure figure, int questions) {
        return figure.low() < figure.value() ? figure.low() : figure.value() - NEVER_SEEN / questions;
    }

    /** Downwards, so that what is stored is reached by what it was made of. */
    private static double rounded(double value) {
        return Math.floor(value * PRECISION) / PRECISION;
    }

    private ObjectNode read() throws IOException {
        return Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
    }
}
