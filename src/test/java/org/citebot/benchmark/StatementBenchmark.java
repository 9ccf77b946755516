package org.citebot.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.evaluation.StatementQuality;
import org.citebot.language.Language;
import org.citebot.statement.StatementExtractor;

/**
 * How many articles of 800 words one core reads for statements a second, with the tagger's model and without, and how well
 * it does so on the project's own news.
 */
final class StatementBenchmark {

    private static final int WORDS = 800;
    private static final int ROUNDS = 7;

    private StatementBenchmark() {}

    static void run(Path project) {
        Path news = project.resolve("src/test/resources/news-statements/tuning");
        List<DocumentVersion> articles = articles(news.resolve("corpus.jsonl"));
        System.out.printf("%nstatements of articles of %d words, on one core:%n", WORDS);
        measure("with the tagger's model", 30, new StatementExtractor(), articles, news);
        measure("without a model", 100, StatementExtractor.withoutModel(), articles, news);
    }

    private static void measure(
            String name, int bar, StatementExtractor extractor, List<DocumentVersion> articles, Path news) {
        long start = System.nanoTime();
        extractor.extract(articles.getFirst());
        System.out.printf("  %s%n    the first article  %.2f s%n", name, (System.nanoTime() - start) / 1e9);
        read(extractor, articles);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.add(articles.size() / read(extractor, articles));
        }
        StatementQuality quality = StatementQuality.of(extractor, news);
        System.out.printf("    articles a second  %s  (bar: %d)%n", new Samples(rates), bar);
        System.out.printf("    F1 at 0.3  %.3f, with the right speaker  %.3f%n", quality.f1(), quality.joint());
    }

    /** Seconds of this thread's own work, so that what else a machine does counts little. */
    private static double read(StatementExtractor extractor, List<DocumentVersion> articles) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        articles.forEach(extractor::extract);
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    /** The project's own labelled news, joined to articles of one length. */
    private static List<DocumentVersion> articles(Path corpus) {
        ObjectMapper json = new ObjectMapper();
        List<DocumentVersion> articles = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try {
            for (String line : Files.readAllLines(corpus)) {
                text.append(json.readTree(line).path("text").asText()).append("\n\n");
                if (text.toString().split("\\s+", -1).length >= WORDS) {
                    articles.add(article(articles.size(), text.toString()));
                    text.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles;
    }

    private static DocumentVersion article(int number, String text) {
        DocumentDetails details = new DocumentDetails("Article", null, null, null, Language.ENGLISH, null, Map.of());
        return new DocumentVersion(new DocumentId("article-" + number), 1, details, text, List.of(), Instant.EPOCH);
    }
}
