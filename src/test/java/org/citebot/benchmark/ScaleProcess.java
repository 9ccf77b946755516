package org.citebot.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citebot.index.Embedder;
import org.citebot.index.OnnxEmbedder;

/**
 * A Java process of its own for one step of a benchmark of scale, with a heap of 1 GiB, and with the vector module or
 * without.
 */
final class ScaleProcess {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PROGRESS_STEP = 640;

    private ScaleProcess() {}

    /** What a process does. */
    enum Step {
        CORPUS,
        INDEX,
        BITS,
        BYTES,
        SEARCH,
        SEARCH_WITH_RECALL
    }

    /**
     * Runs a step in a process and waits for its end.
     *
     * @param first for a search: what is asked first
     */
    static <T> T run(ScaleSettings settings, Step step, ScaleSearch first, boolean vectorModule, Class<T> figures)
            throws IOException {
        Path result = Files.createTempFile(settings.data(), step.name(), ".json");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED"));
        if (vectorModule) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ScaleProcess.class.getName(),
                settings.data().toString(),
                Integer.toString(settings.passages()),
                step.name(),
                first.name(),
                result.toString()));
        try {
            int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException(step + " ended with " + exitCode + ": there is nothing to measure");
            }
            return JSON.readValue(result.toFile(), figures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } finally {
            Files.deleteIfExists(result);
        }
    }

    /** Is given the folder, the number of passages, the step, what is asked first, and the file of the figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ScaleSettings settings = ScaleSettings.of(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        ScaleSearch first = ScaleSearch.valueOf(arguments[3]);
        try (Embedder embedder = OnnxEmbedder.load(settings.data().resolve("native"))) {
            ScaleRun run = new ScaleRun(settings, ScaleTexts.ofSets(), embedder);
            Object figures = switch (Step.valueOf(arguments[2])) {
                case CORPUS -> run.makeCorpus(ScaleProcess::tell);
                case INDEX -> run.makeIndex();
                case BITS -> run.makeBits();
                case BYTES -> run.makeBytes();
                case SEARCH -> run.search(first, false);
                case SEARCH_WITH_RECALL -> run.search(first, true);
            };
            JSON.writeValue(new File(arguments[4]), figures);
        }
    }

    private static void tell(int done, int all) {
        if (done % PROGRESS_STEP == 0 && done < all) {
            System.out.printf("embedding: %d of %d passages%n", done, all);
        }
    }
}
