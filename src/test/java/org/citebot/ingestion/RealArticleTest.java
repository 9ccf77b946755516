package org.citebot.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.citebot.SharedMaterial;
import org.citebot.ingestion.ParsedFile.ParsedDocument;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.junit.jupiter.api.Test;

/** A news article as it is copied from a page. Its text is not ours, so places and digests stand for it. */
class RealArticleTest {

    @Test
    void takesTheEvidenceOfARealArticle() throws NoSuchAlgorithmException {
        var parsed = new DocumentParser().parse(SharedMaterial.require("seeds/000_5e53a16bd0732359.txt"));
        assertThat(parsed).isInstanceOf(ParsedDocument.class);
        ParsedDocument document = (ParsedDocument) parsed;
        String text = document.text();
        List<TextSpan> evidence = document.passages().stream()
                .flatMap(passage -> passage.sentences().stream())
                .toList();

        assertThat(document.details().language()).isEqualTo(Language.ENGLISH);
        assertThat(document.details().title())
                .isEqualTo(text.lines().findFirst().orElseThrow());
        assertThat(text).hasSize(3_631);
        assertThat(evidence.stream().map(span -> span.in(text)))
                .noneMatch(quote -> quote.matches("[\\d\\s]+|Getty Images"))
                .noneMatch(quote -> quote.endsWith("St.") || quote.contains("…."))
                .noneMatch(quote -> quote.contains("\n\n")
                        || quote.equals(document.details().title()));
        assertThat(evidence.stream().map(span -> span.start() + "-" + span.end()))
                .containsExactly(
                        "47-294",
                        "296-505",
                        "506-578",
                        "580-816",
                        "817-934",
                        "936-1176",
                        "1195-1424",
                        "1426-1679",
                        "1680-1767",
                        "1769-2018",
                        "2020-2315",
                        "2317-2540",
                        "2542-2749",
                        "2751-2985",
                        "2987-3171",
                        "3173-3446",
                        "3448-3631");
        StringBuilder quotes = new StringBuilder();
        evidence.forEach(span -> quotes.append(span.in(text)).append('\n'));
        assertThat(sha256(quotes.toString()))
                .isEqualTo("be345d5ff7bbe7930fbd44d8153f85620a8c19348a701c607d044c34b6fd069f");
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
