package org.citebot.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.Language;
import org.citebot.statement.StatementExtractor;

/** How many articles of 800 words one core reads for statements a second. */
final class StatementBenchmark {

    private static final int WORDS = 800;
    private static final int ROUNDS = 7;

    private StatementBenchmark() {}

    static void run(Path project) {
        List<DocumentVersion> articles =
                articles(project.resolve("src/test/resources/news-statements/tuning/corpus.jsonl"));
        StatementExtractor extractor = new StatementExtractor();
        long start = System.nanoTime();
        extractor.extract(articles.getFirst());
        System.out.printf("%nstatements of articles of %d words, on one core:%n", WORDS);
        System.out.printf(
                "  the first article, the tagger's model loaded  %.2f s%n", (System.nanoTime() - start) / 1e9);
        read(extractor, articles);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.add(articles.size() / read(extractor, articles));
        }
        System.out.printf("  articles a second  %s  (bar: 30)%n", new Samples(rates));
    }

    private static double read(StatementExtractor extractor, List<DocumentVersion> articles) {
        long start = System.nanoTime();
        articles.forEach(extractor::extract);
        return (System.nanoTime() - start) / 1e9;
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
