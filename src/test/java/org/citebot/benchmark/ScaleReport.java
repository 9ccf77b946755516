package org.citebot.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.citebot.index.ScaleIndex;

/**
 * What a benchmark of scale measured, in Markdown. The searches of equal place in the two lists ran one after the other.
 *
 * @param plainBytes made without the vector module
 * @param moduleBytes made with it, as all other indexes
 * @param plain searched without it
 * @param module searched with it
 */
record ScaleReport(
        ScaleFigures.Corpus corpus,
        ScaleFigures.Made made,
        ScaleFigures.VectorsMade bits,
        ScaleFigures.VectorsMade plainBytes,
        ScaleFigures.VectorsMade moduleBytes,
        List<ScaleFigures.Searched> plain,
        List<ScaleFigures.Searched> module) {

    private static final double MEBIBYTE = 1 << 20;

    String markdown() {
        StringBuilder report = new StringBuilder();
        writeCorpus(report);
        writeIndexes(report);
        writeWarm(report);
        writeCold(report);
        return report.toString();
    }

    private void writeCorpus(StringBuilder report) {
        line(
                report,
                "## Speed and size with %,d passages".formatted(corpus.stored().passages()));
        line(report, "");
        line(
                report,
                ("%,d documents. %,d passages stand in documents of the sets as they are; the others in copies of them, in "
                                + "which every second sentence comes from another document of the same set.")
                        .formatted(
                                corpus.stored().documents(),
                                Math.min(
                                        corpus.stored().unvaried(),
                                        corpus.stored().passages())));
        line(
                report,
                ("The model made the first %,d vectors. The others are perturbed copies of these: Gaussian noise with the "
                                + "covariance of the real vectors, so much that a copy is as near to its original as a real vector "
                                + "to its nearest neighbour (cosine %.2f, the median).")
                        .formatted(corpus.realVectors(), corpus.neighbourCosine()));
        line(report, "Every process has a heap of 1 GiB. \"Module\" is `jdk.incubator.vector`.");
        line(report, "");
    }

    private void writeIndexes(StringBuilder report) {
        line(report, "| indexing without embedding | passages a second |");
        line(report, "| --- | --- |");
        line(report, "| words alone | %,.0f |".formatted(made.wordsRate()));
        line(
                report,
                "| words and vectors, then %.1f seconds until merged | %,.0f |"
                        .formatted(made.mergeSeconds(), made.rate()));
        line(report, "| vectors alone, as bits, merged | %,.0f |".formatted(bits.rate()));
        line(
                report,
                "| vectors alone, as bytes, merged, %,d passages: without module | %,.0f |"
                        .formatted(plainBytes.size().passages(), plainBytes.rate()));
        line(report, "| the same with module | %,.0f |".formatted(moduleBytes.rate()));
        line(report, "");
        line(report, "| index, MiB | segments | all | floats | searched vectors | graph |");
        line(report, "| --- | --- | --- | --- | --- | --- |");
        writeSize(report, "the product's: words, vectors as bytes", made.size());
        writeSize(report, "vectors alone, as bits", bits.size());
        line(report, "");
        line(report, "The floats stay on disk in either: merging and rescoring read them.");
        line(report, "");
    }

    private static void writeSize(StringBuilder report, String title, ScaleIndex.Size size) {
        Map<String, Long> vectors = size.vectorBytes();
        line(
                report,
                "| %s | %d | %.0f | %.0f | %.1f | %.1f |"
                        .formatted(
                                title,
                                size.segments(),
                                size.bytes() / MEBIBYTE,
                                vectors.getOrDefault("vec", 0L) / MEBIBYTE,
                                vectors.getOrDefault("veq", 0L) / MEBIBYTE,
                                vectors.getOrDefault("vex", 0L) / MEBIBYTE));
    }

    private void writeWarm(StringBuilder report) {
        line(
                report,
                "Warm, the best %d, milliseconds: median of %d rounds (the least) of %d questions each, in %d processes."
                        .formatted(
                                ScaleSearch.COUNT,
                                rounds(plain, ScaleSearch.FUSED).size(),
                                plain.getFirst().embedding().wall().size(),
                                plain.size()));
        line(report, "");
        line(
                report,
                ("| search | p50 | p95 | p99 | p95 computed | p50 with module | p95 with module | p99 with module | p95 computed with module | without / with, p50 | "
                                + "recall@%d |")
                        .formatted(ScaleSearch.COUNT));
        line(report, "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (ScaleSearch way : ScaleSearch.values()) {
            Double recall = plain.getFirst().recall().get(way);
            line(
                    report,
                    "| %s | %s | %s | %.2f | %s |"
                            .formatted(
                                    way.title(),
                                    percentiles(rounds(plain, way)),
                                    percentiles(rounds(module, way)),
                                    ratio(way),
                                    recall == null ? "" : String.format(Locale.ROOT, "%.3f", recall)));
        }
        line(
                report,
                "| the question's own embedding | %s | %s | | |"
                        .formatted(
                                percentiles(plain.stream()
                                        .map(ScaleFigures.Searched::embedding)
                                        .toList()),
                                percentiles(module.stream()
                                        .map(ScaleFigures.Searched::embedding)
                                        .toList())));
        line(report, "");
        line(
                report,
                "\"Computed\" is what the thread spent on a processor: on a machine at work the clock shows more.");
        line(report, "");
    }

    private void writeCold(StringBuilder report) {
        line(
                report,
                "Cold, milliseconds: the first %d questions of a new process, each search in its own."
                        .formatted(plain.getFirst().cold().wall().size()));
        line(report, "");
        line(report, "| search | first | p50 | p95 | first with module | p50 with module | p95 with module |");
        line(report, "| --- | --- | --- | --- | --- | --- | --- |");
        for (int i = 0; i < plain.size(); i++) {
            line(
                    report,
                    "| %s | %s | %s |"
                            .formatted(
                                    plain.get(i).first().title(),
                                    cold(plain.get(i).cold().wall()),
                                    cold(module.get(i).cold().wall())));
        }
        line(report, "");
        line(
                report,
                "To open the index, which reads and checks all of it: %s seconds, with module %s."
                        .formatted(
                                new Samples(plain.stream()
                                        .map(ScaleFigures.Searched::openSeconds)
                                        .toList()),
                                new Samples(module.stream()
                                        .map(ScaleFigures.Searched::openSeconds)
                                        .toList())));
    }

    private static String cold(List<Double> inOrder) {
        Samples samples = new Samples(inOrder);
        return String.format(
                Locale.ROOT, "%.1f | %.1f | %.1f", inOrder.getFirst(), samples.median(), samples.percentile(95));
    }

    private double ratio(ScaleSearch way) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            ratios.add(median(rounds(plain.subList(i, i + 1), way), 50)
                    / median(rounds(module.subList(i, i + 1), way), 50));
        }
        return new Samples(ratios).median();
    }

    private static List<ScaleFigures.Times> rounds(List<ScaleFigures.Searched> searched, ScaleSearch way) {
        return searched.stream()
                .flatMap(process -> process.warm().getOrDefault(way, List.of()).stream())
                .toList();
    }

    private static double median(List<ScaleFigures.Times> rounds, int percent) {
        return ofRounds(rounds, ScaleFigures.Times::wall, percent).median();
    }

    private static Samples ofRounds(
            List<ScaleFigures.Times> rounds, Function<ScaleFigures.Times, List<Double>> kind, int percent) {
        return new Samples(rounds.stream()
                .map(round -> new Samples(kind.apply(round)).percentile(percent))
                .toList());
    }

    private static String percentiles(List<ScaleFigures.Times> rounds) {
        List<String> cells = new ArrayList<>();
        for (int percent : List.of(50, 95, 99)) {
            cells.add(cell(ofRounds(rounds, ScaleFigures.Times::wall, percent)));
        }
        cells.add(cell(ofRounds(rounds, ScaleFigures.Times::computed, 95)));
        return String.join(" | ", cells);
    }

    private static String cell(Samples samples) {
        return "%.2f (%.2f)".formatted(samples.median(), samples.ascending().getFirst());
    }

    private static void line(StringBuilder report, String text) {
        report.append(text).append('\n');
    }
}
