package org.citebot.evaluation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.citebot.ingestion.DocumentParser;
import org.citebot.ingestion.ParsedFile;

/** Takes articles out of pages, as files of a corpus are read. Immutable, for many threads. */
final class PageEvaluator {

    private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");
    private static final int SHINGLE = 4;

    private final Path folder;
    private final DocumentParser parser = new DocumentParser();

    /** Reads the pages of a folder. */
    PageEvaluator(Path folder) {
        this.folder = folder;
    }

    /**
     * What of an article was taken, what beside it, and what was left. Of a whole text these are shares of its four-word
     * shingles, so that long pages weigh no more than short ones; of fragments they are counts.
     *
     * @param shingles whether the whole text was compared
     */
    record PageResult(boolean shingles, double taken, double beside, double left) {}

    PageResult evaluate(LabelledPage page) {
        String text = text(page.file());
        return page.text() == null ? fragments(page, text) : shingles(page.text(), text);
    }

    /** Where a set knows the text of some pages, these alone count. */
    static Map<String, Figure> figures(List<PageResult> results) {
        List<PageResult> whole = results.stream().filter(PageResult::shingles).toList();
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (!whole.isEmpty()) {
            put(figures, whole, PageEvaluator::meanPrecision, PageEvaluator::meanRecall);
        } else if (!results.isEmpty()) {
            put(figures, results, PageEvaluator::fragmentPrecision, PageEvaluator::fragmentRecall);
        }
        return figures;
    }

    private static void put(
            Map<String, Figure> figures,
            List<PageResult> results,
            ToDoubleFunction<List<PageResult>> precision,
            ToDoubleFunction<List<PageResult>> recall) {
        figures.put("precision", Bootstrap.statistic(results, precision));
        figures.put("recall", Bootstrap.statistic(results, recall));
        figures.put(
                "f1",
                Bootstrap.statistic(results, all -> harmonic(precision.applyAsDouble(all), recall.applyAsDouble(all))));
    }

    /** As the article-extraction-benchmark does: only over pages of which something was taken. */
    private static double meanPrecision(List<PageResult> results) {
        return results.stream()
                .filter(page -> page.taken() + page.beside() > 0)
                .mapToDouble(page -> page.taken() / (page.taken() + page.beside()))
                .average()
                .orElse(0);
    }

    private static double meanRecall(List<PageResult> results) {
        return results.stream()
                .filter(page -> page.taken() + page.left() > 0)
                .mapToDouble(page -> page.taken() / (page.taken() + page.left()))
                .average()
                .orElse(0);
    }

    /** As trafilatura's evaluation does: over the fragments of all pages. */
    private static double fragmentPrecision(List<PageResult> results) {
        return ratio(sum(results, PageResult::taken), sum(results, PageResult::beside));
    }

    private static double fragmentRecall(List<PageResult> results) {
        return ratio(sum(results, PageResult::taken), sum(results, PageResult::left));
    }

    private static double sum(List<PageResult> results, ToDoubleFunction<PageResult> value) {
        return results.stream().mapToDouble(value).sum();
    }

    private static double ratio(double part, double rest) {
        return part == 0 ? 0 : part / (part + rest);
    }

    private static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Empty where nothing can be taken out of the page, or there is none. */
    private String text(String name) {
        try {
            byte[] content = Files.readAllBytes(path(name));
            return switch (parser.parse(DocumentParser.reads(name) ? name : name + ".html", content)) {
                case ParsedFile.ParsedDocument parsed -> parsed.text();
                case ParsedFile.Unreadable none -> "";
            };
        } catch (IOException e) {
            return "";
        }
    }

    /** By way of a URI, because with a plain locale Java makes no path of a name beyond ASCII. */
    private Path path(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        URI parent = folder.toAbsolutePath().toUri();
        String text = parent.toString();
        return Path.of(URI.create((text.endsWith("/") ? text : text + "/") + encoded));
    }

    private static PageResult fragments(LabelledPage page, String text) {
        String plain = oneLine(text);
        long taken = page.with().stream()
                .map(PageEvaluator::oneLine)
                .filter(plain::contains)
                .count();
        long beside = page.without().stream()
                .map(PageEvaluator::oneLine)
                .filter(plain::contains)
                .count();
        return new PageResult(false, taken, beside, page.with().size() - taken);
    }

    private static String oneLine(String text) {
        return WHITE.matcher(text).replaceAll(" ").strip();
    }

    private static PageResult shingles(String article, String text) {
        Map<List<String>, Integer> expected = shingles(article);
        Map<List<String>, Integer> found = shingles(text);
        double common = 0;
        for (Map.Entry<List<String>, Integer> shingle : expected.entrySet()) {
            common += Math.min(shingle.getValue(), found.getOrDefault(shingle.getKey(), 0));
        }
        double beside = count(found) - common;
        double left = count(expected) - common;
        double all = Math.max(1, common + beside + left);
        return new PageResult(true, common / all, beside / all, left / all);
    }

    private static double count(Map<List<String>, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Every four words in a row; a shorter text is one shingle. */
    private static Map<List<String>, Integer> shingles(String text) {
        List<String> tokens =
                TOKEN.matcher(text).results().map(MatchResult::group).toList();
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int from = 0; from < Math.max(1, tokens.size() - SHINGLE + 1); from++) {
            List<String> shingle = new ArrayList<>(tokens.subList(from, Math.min(tokens.size(), from + SHINGLE)));
            if (!shingle.isEmpty()) {
                shingles.merge(shingle, 1, Integer::sum);
            }
        }
        return shingles;
    }
}
