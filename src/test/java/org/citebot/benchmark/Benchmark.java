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
 * mvn -q -Pbenchmark test-compile exec:exec -Dbenchmark=scale -Dpassages=1000000 -Dbenchmark.data=FOLDER
 * </pre>
 */
public final class Benchmark {

    private Benchmark() {}

    /** Runs the benchmarks that are named: {@code embedding}, {@code start}, {@code answers},
     * {@code checks}, {@code statements}, {@code scale}; {@code all} for each but the last, which takes half an hour. */
    public static void main(String[] names) throws IOException {
        Path project = Path.of("").toAbsolutePath();
        Path directory = Files.createDirectories(project.resolve("target").resolve("benchmark"));
        List<String> wanted = names.length == 0 || names[0].equals("all")
                ? List.of("embedding", "start", "answers", "checks", "statements")
                : List.of(names);
        System.out.printf("%d cores, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        for (String name : wanted) {
            switch (name) {
                case "embedding" -> EmbeddingBenchmark.run(directory.resolve("native"));
                case "start" -> StartBenchmark.run(project, directory.resolve("data"));
                case "answers" -> AnswerBenchmark.run(project, directory);
                case "checks" -> CheckBenchmark.run();
                case "statements" -> StatementBenchmark.run(project);
                case "scale" ->
                    ScaleBenchmark.run(ScaleSettings.of(
                            Path.of(System.getProperty("benchmark.data")).toAbsolutePath(),
                            Integer.getInteger("passages")));
                default -> throw new IllegalArgumentException("No benchmark is named " + name);
            }
        }
    }
}
