package org.citebot.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citebot.SharedMaterial;
import org.citebot.ingestion.ParsedFile.ParsedDocument;
import org.junit.jupiter.api.Test;

/** How well articles are taken out of real pages: fragments that must and must not be there. */
class ExtractionQualityTest {

    private static final double FLOOR = 0.90;

    private int found;
    private int missed;
    private int unwanted;

    @Test
    void takesArticlesOutOfRealPages() throws IOException {
        Path folder = SharedMaterial.require("bench/extraction");
        boolean verbose = System.getenv("CITEBOT_VERBOSE") != null;
        for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
            JsonNode expected = new ObjectMapper().readTree(line);
            String file = expected.path("file").asText();
            String text = text(folder.resolve("pages").resolve(file));
            for (JsonNode fragment : expected.path("with")) {
                boolean held = text.contains(fragment.asText());
                found += held ? 1 : 0;
                missed += held ? 0 : 1;
                if (verbose && !held) {
                    System.out.println("missed   " + file + ": " + fragment.asText());
                }
            }
            for (JsonNode fragment : expected.path("without")) {
                boolean held = text.contains(fragment.asText());
                unwanted += held ? 1 : 0;
                if (verbose && held) {
                    System.out.println("unwanted " + file + ": " + fragment.asText());
                }
            }
        }
        double precision = (double) found / (found + unwanted);
        double recall = (double) found / (found + missed);
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf("Extraction: precision %.3f, recall %.3f, F1 %.3f%n", precision, recall, f1);
        assertThat(f1).isGreaterThan(FLOOR);
    }

    private static String text(Path page) {
        return new DocumentParser().parse(page) instanceof ParsedDocument document
                ? document.text().replace('\u00A0', ' ')
                : "";
    }
}
