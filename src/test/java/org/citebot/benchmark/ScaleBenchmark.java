package org.citebot.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.citebot.SharedMaterial;
import org.citebot.benchmark.ScaleProcess.Step;
import org.opentest4j.TestAbortedException;

/**
 * How fast and how large the index of many passages is: processes with the vector module and without in turns, and as
 * many pairs of them as there are searches whose cold start is of interest.
 */
final class ScaleBenchmark {

    private static final List<ScaleSearch> FIRST =
            List.of(ScaleSearch.FUSED, ScaleSearch.WORDS, ScaleSearch.BYTES, ScaleSearch.BITS_TWICE);

    private ScaleBenchmark() {}

    static void run(ScaleSettings settings) throws IOException {
        try {
            SharedMaterial.require("bench");
        } catch (TestAbortedException absent) {
            System.out.println(absent.getMessage() + ": without real text there is nothing to measure");
            return;
        }
        Files.createDirectories(settings.data());
        printLoad();
        ScaleFigures.Corpus corpus = run(settings, Step.CORPUS, true, ScaleFigures.Corpus.class);
        System.out.printf("stored %,d passages%n", corpus.stored().passages());
        ScaleFigures.Made made = run(settings, Step.INDEX, true, ScaleFigures.Made.class);
        ScaleFigures.VectorsMade bits = run(settings, Step.BITS, true, ScaleFigures.VectorsMade.class);
        ScaleFigures.VectorsMade plainBytes = run(settings, Step.BYTES, false, ScaleFigures.VectorsMade.class);
        ScaleFigures.VectorsMade moduleBytes = run(settings, Step.BYTES, true, ScaleFigures.VectorsMade.class);
        System.out.println("made the indexes");
        printLoad();
        List<ScaleFigures.Searched> plain = new ArrayList<>();
        List<ScaleFigures.Searched> module = new ArrayList<>();
        for (ScaleSearch first : FIRST) {
            Step step = plain.isEmpty() ? Step.SEARCH_WITH_RECALL : Step.SEARCH;
            plain.add(ScaleProcess.run(settings, step, first, false, ScaleFigures.Searched.class));
            module.add(ScaleProcess.run(settings, Step.SEARCH, first, true, ScaleFigures.Searched.class));
        }
        printLoad();
        System.out.println();
        System.out.print(new ScaleReport(corpus, made, bits, plainBytes, moduleBytes, plain, module).markdown());
    }

    private static <T> T run(ScaleSettings settings, Step step, boolean vectorModule, Class<T> figures)
            throws IOException {
        return ScaleProcess.run(settings, step, ScaleSearch.FUSED, vectorModule, figures);
    }

    private static void printLoad() {
        System.out.printf(
                "load of the machine in the last minute: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
