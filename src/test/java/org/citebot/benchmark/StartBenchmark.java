package org.citebot.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole {@code ./citebot ask}, from the shell's call to its exit, with the AOT cache and without. */
final class StartBenchmark {

    private static final int ROUNDS = 7;
    private static final String QUESTION = "what did ISW say?";
    private static final String WITH_CACHE = "";
    private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

    private StartBenchmark() {}

    static void run(Path project, Path data) {
        System.out.printf("%n./citebot ask \"%s\", seconds:%n", QUESTION);
        // The first run builds, indexes and embeds what is missing.
        ask(project, data, WITH_CACHE);
        ask(project, data, WITHOUT_CACHE);
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            with.add(ask(project, data, WITH_CACHE));
            without.add(ask(project, data, WITHOUT_CACHE));
            ratios.add(without.getLast() / with.getLast());
        }
        System.out.printf("  with the AOT cache  %s  (bar: 1.50)%n", new Samples(with));
        System.out.printf("  without             %s%n", new Samples(without));
        System.out.printf("  ratio               %s%n", new Samples(ratios));
    }

    private static double ask(Path project, Path data, String javaOptions) {
        ProcessBuilder command = new ProcessBuilder(project.resolve("citebot").toString(), "ask", QUESTION)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("CITEBOT_DATA", data.toString());
        command.environment().put("CITEBOT_JAVA_OPTS", javaOptions);
        try {
            long start = System.nanoTime();
            int exitCode = command.start().waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "./citebot ask ended with " + exitCode + ": there is nothing to measure");
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }
}
