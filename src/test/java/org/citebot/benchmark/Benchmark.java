package org.citebot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how fast Citebot is:
 *
 * <pre>
 * mvn -q -Pbenchmark test-compile exec:exec
 * mvn -q -Pbenchmark test-compile exec:exec -Dbenchmark=embedding
 * </pre>
 */
public final class Benchmark {

    private Benchmark() {}

    /** Runs the benchmarks that are named: {@code embedding}, {@code start}, {@code answers},
     * {@code checks}; {@code all} for each. */
    public static void main(String[] names) throws IOException {
        Path project = Path.of("").toAbsolutePath();
        Path directory = Files.createDirectories(project.resolve("target").resolve("benchmark"));
        List<String> wanted = names.length == 0 || names[0].equals("all")
                ? List.of("embedding", "start", "answers", "checks")
                : List.of(names);
        System.out.printf("%d cores, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        for (String name : wanted) {
            switch (name) {
                case "embedding" -> EmbeddingBenchmark.run(directory.resolve("native"));
                case "start" -> StartBenchmark.run(project, directory.resolve("data"));
                case "answers" -> AnswerBenchmark.run(project, directory);
                case "checks" -> CheckBenchmark.run();
                default -> throw new IllegalArgumentException("No benchmark is named " + name);
            }
        }
    }
}
