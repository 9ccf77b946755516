package org.citebot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The digest in {@code seeds/} is our own text, and says nothing that the article does not say. */
class SeedsTest {

    private static final Path DIGEST = Path.of("seeds", "russia-and-belarus-move-closer.md");

    /** A run of this many words of the article stands nowhere in the project. */
    private static final int COPIED = 12;

    private static final Pattern QUOTATION = Pattern.compile("“([^”]*)”");
    /** A name or a number: a word inside a sentence that starts with a capital letter or a digit. */
    private static final Pattern NAME_OR_NUMBER = Pattern.compile("(?<=[^.”] )[“(]?([\\p{Lu}\\p{N}][\\p{L}\\p{N},]*)");

    @Test
    void noFileOfTheProjectCopiesTheArticle() throws IOException {
        WordRuns article = new WordRuns(article(), COPIED);
        Map<Path, String> files = Project.textFiles();
        Map<Path, String> copies = new TreeMap<>();
        files.forEach((file, text) -> article.firstShared(text).ifPresent(run -> copies.put(file, run)));
        assertThat(files).containsKeys(DIGEST, Path.of("pom.xml"), Path.of("src/test/java/org/citebot/SeedsTest.java"));
        assertThat(copies).isEmpty();
    }

    @Test
    void aCopyOfTheArticleWouldBeSeen() throws IOException {
        List<String> words = WordRuns.words(article());
        WordRuns article = new WordRuns(article(), COPIED);
        String copied = String.join(" — ", words.subList(40, 40 + COPIED));
        String shorter = String.join(" ", words.subList(40, 40 + COPIED - 1));
        assertThat(article.firstShared("He wrote: " + copied)).isPresent();
        assertThat(article.firstShared("He wrote: " + shorter)).isEmpty();
    }

    @Test
    void everyQuotationStandsInTheArticle() throws IOException {
        String article = spaced(article());
        List<String> quotations =
                QUOTATION.matcher(body()).results().map(match -> match.group(1)).toList();
        assertThat(quotations)
                .hasSizeGreaterThan(5)
                .allSatisfy(quotation -> assertThat(article).contains(spaced(quotation)));
    }

    @Test
    void everyNameAndNumberStandsInTheArticle() throws IOException {
        Set<String> known = new HashSet<>(WordRuns.words(article()));
        // The earliest day on which the article can have come out: the digest says how it is known.
        known.add("30");
        List<String> added = namesAndNumbers().stream()
                .filter(word -> !known.containsAll(WordRuns.words(word)))
                .toList();
        assertThat(namesAndNumbers()).contains("Liubakova", "100,000", "97");
        assertThat(added).isEmpty();
    }

    @Test
    void theFrontMatterSaysThatThisIsADigestAndOfWhat() throws IOException {
        JsonNode details = new YAMLMapper().readTree(digest().split("---\n", 3)[1]);
        assertThat(details.path("id").asText()).isEqualTo("russia-and-belarus-move-closer");
        assertThat(details.path("title").asText()).isNotBlank();
        assertThat(details.path("source").asText()).isEqualTo("Citebot digest");
        assertThat(LocalDate.parse(details.path("published").asText())).isEqualTo("2024-01-30");
        assertThat(details.path("language").asText()).isEqualTo("en");
        assertThat(details.at("/about/title").asText()).isEqualTo("Russia and Belarus Move Closer Together");
        assertThat(details.at("/about/outlet").asText()).isEqualTo("Newsweek");
    }

    @Test
    void everySpeakerStandsInTheText() throws IOException {
        JsonNode speakers =
                new YAMLMapper().readTree(digest().split("---\n", 3)[1]).path("speakers");
        List<String> names = new ArrayList<>();
        speakers.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .contains("Institute for the Study of War", "Hanna Liubakova")
                .allSatisfy(name -> assertThat(body()).contains(name));
    }

    private static String digest() {
        return Project.read(DIGEST.toString());
    }

    private static String body() {
        return digest().split("---\n", 3)[2];
    }

    private static List<String> namesAndNumbers() {
        return NAME_OR_NUMBER
                .matcher(body())
                .results()
                .map(match -> match.group(1).replaceAll(",$", ""))
                .toList();
    }

    private static String article() throws IOException {
        try (Stream<Path> files = Files.list(SharedMaterial.require("seeds"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        }
    }

    /** The words with one space around each, so that a whole run of them can be looked up. */
    private static String spaced(String text) {
        return " " + String.join(" ", WordRuns.words(text)) + " ";
    }
}
