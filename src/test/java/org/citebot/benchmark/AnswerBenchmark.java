package org.citebot.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.citebot.SharedMaterial;
import org.opentest4j.TestAbortedException;

/**
 * How long an answer takes once everything is loaded and warm: {@code ./citebot ask --json -} over many questions, by
 * the timings that it prints itself. Over an evaluation set where it is there, else over the seeds.
 */
final class AnswerBenchmark {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SET = "bench/xquad-en";
    private static final int FEWEST_QUESTIONS = 500;

    private AnswerBenchmark() {}

    static void run(Path project, Path directory) throws IOException {
        Path corpus = project.resolve("seeds");
        List<String> questions = List.of(
                "what did ISW say?",
                "What did Liubakova tell Newsweek?",
                "How many more troops could Kyiv face?",
                "What did the IMF say about Belarus?");
        try {
            SharedMaterial.require(SET);
            corpus = writeCorpus(directory.resolve("xquad-en"));
            questions = SharedMaterial.values(SET + "/questions.jsonl", "question");
        } catch (TestAbortedException absent) {
            System.out.println(absent.getMessage() + ": measured over the seeds");
        }
        List<String> repeated = new ArrayList<>();
        while (repeated.size() < FEWEST_QUESTIONS) {
            repeated.addAll(questions);
        }
        print(corpus, milliseconds(project, directory.resolve("data"), corpus, repeated));
    }

    private static void print(Path corpus, List<Double> all) {
        // The first half warms up.
        Samples samples = new Samples(all.subList(all.size() / 2, all.size()));
        System.out.printf(
                "%na warm answer from %s, milliseconds, %d questions:%n", corpus.getFileName(), all.size() / 2);
        System.out.printf(
                "  p50 %.1f  p95 %.1f  (bar: 50)  max %.1f%n",
                samples.median(), samples.percentile(95), samples.percentile(100));
    }

    private static List<Double> milliseconds(Path project, Path data, Path corpus, List<String> questions)
            throws IOException {
        List<String> twice = new ArrayList<>(questions);
        twice.addAll(questions);
        ProcessBuilder command = new ProcessBuilder(
                        project.resolve("citebot").toString(), "ask", "--json", "--corpus", corpus.toString(), "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("CITEBOT_DATA", data.toString());
        Process process = command.start();
        Thread.ofVirtual().start(() -> ask(process, twice));
        List<Double> milliseconds = new ArrayList<>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode timings = JSON.readTree(line).path("timings");
                milliseconds.add(timings.path("retrieve_ms").asDouble()
                        + timings.path("compose_ms").asDouble());
            }
        }
        if (milliseconds.size() != twice.size()) {
            throw new IllegalStateException(milliseconds.size() + " of " + twice.size() + " questions were answered");
        }
        return Collections.unmodifiableList(milliseconds);
    }

    private static void ask(Process process, List<String> questions) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((String.join("\n", questions) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The process ended early; its missing answers tell.
        }
    }

    private static Path writeCorpus(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> ids = SharedMaterial.values(SET + "/corpus.jsonl", "id");
        List<String> texts = SharedMaterial.values(SET + "/corpus.jsonl", "text");
        for (int i = 0; i < ids.size(); i++) {
            String frontMatter = "---\nid: " + JSON.writeValueAsString(ids.get(i)) + "\ntitle: "
                    + JSON.writeValueAsString(ids.get(i)) + "\n---\n";
            Files.writeString(folder.resolve(i + ".txt"), frontMatter + texts.get(i));
        }
        return folder;
    }
}
