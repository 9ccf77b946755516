package org.citebot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.citebot.Project;
import org.citebot.SharedMaterial;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;

/** The statements of the first users' article, without its text, and of the digest in {@code seeds/}. */
class SeedStatementsTest {

    /** Offsets, kind, act, speaker, chain, SHA-256 of the content. */
    private static final String ARTICLE = """
                    854 933|INDIRECT|ANNOUNCE|Alexander Lukashenko||df308bfab448b915dd4dd78ee128c8c15a8a969f34d3717cc35e6d562c52565a
                    1208 1242|MIXED|SAY|Vladimir Putin||5ff82e172e63534e0b4eb5d3043139b5eb5e21230eb43a22eae2307a99890da7
                    1485 1569|MIXED|SAY|Vladimir Putin||c32c2880532c4a2859deabb2ac143e170727867effd96f5c1ece1cfcd9ec50fc
                    1864 2018|MIXED|SAY|Institute for the Study of War||7b6b963ae2a74528473d9c72ae7669f18ddb910bf01d97682609b528a05861fa
                    2024 2301|MIXED|SAY|Institute for the Study of War||9064cbe4b19ca439d3532764df827f99aa71106bd5a21622694f91f01c17cddb
                    2703 2749|DIRECT|WARN|Bohdan Krotevych|Politika Strani|4bccebdcc5c6e924583e5927bc7f23a0796f4ac3fdeaf08bd69f53e65c79bb96
                    2823 2896|INDIRECT|SAY|Politika Strani||decb849a18147dede335cbfd4ba6e2d52a5ee513dd8125ab301ef4ab4d7146d7
                    3101 3170|INDIRECT|SAY|Hanna Liubakova|Newsweek|251c93c4a939db95bbb133c4c28d3adf0439e425e1f4fcd96d757f886d57f779
                    3173 3365|DIRECT|SAY|Hanna Liubakova||994e6b08d11c9cceeb363f9b59c72959063e21648cf8bbcc60fa8bc4dc73ae2d
                    3448 3630|INDIRECT|SAY|Hanna Liubakova||5b7592daafdfb5102cadfe2103dab7cf13cbe93ca5eaf9eeea01a3739beaa225
                    """;

    private static final String DIGEST = """
                    MIXED|Vladimir Putin||the “fraternal peoples” of Russia and Belarus as the agreements were signed
                    MIXED|Vladimir Putin||Russia and Belarus had “a genuine alliance and strategic partnership.”
                    MIXED|Institute for the Study of War||the meeting of Putin and Lukashenko was “advancing the Kremlin’s efforts” to bind Belarus more closely into the structure of the Union State
                    MIXED|Institute for the Study of War||Lukashenko “has previously resisted” integration into the Union State
                    MIXED|Institute for the Study of War||the aftermath of the Wagner Group’s armed revolt against Putin, together with the death of Yevgeny Prigozhin, the financier of the Wagner Group, “may have hindered” Lukashenko in resisting further integration into the Union State
                    DIRECT|Bohdan Krotevych|Politika Strani|“the possibility of Belarus entering the war.”
                    INDIRECT|Politika Strani||Kyiv’s forces could face 100,000 more troops if Belarus became involved in the war
                    INDIRECT|Politika Strani||100,000 more troops against Kyiv would be a serious problem for Ukraine
                    INDIRECT|Hanna Liubakova|Newsweek|no evidence existed of Putin seeking troops from Belarus for the war
                    MIXED|Hanna Liubakova|Newsweek|drawing Belarusian troops into the war could bring “instability” to Belarus, since an overwhelming majority of the people, as much as 97 percent, opposes sending Belarusian forces to Ukraine
                    INDIRECT|Newsweek||the situation could change should Russia declare full mobilization
                    INDIRECT|Hanna Liubakova||If Russia declares full mobilization, Liubakova added, Russia might ask Belarus, its loyal ally, for support, and Minsk might be unable to refuse because the Lukashenko regime relies on the Kremlin
                    INDIRECT|Alexander Lukashenko||Russian nuclear weapons had arrived in Belarus
                    """;

    private final StatementExtractor extractor = new StatementExtractor();

    @Test
    void findsTheStatementsOfTheArticleAndNoOther() throws IOException {
        String text = Files.readString(SharedMaterial.require("seeds/000_5e53a16bd0732359.txt"));

        assertThat(extract(text))
                .extracting(statement -> String.join(
                        "|",
                        statement.span().start() + " " + statement.span().end(),
                        statement.kind().name(),
                        statement.act().name(),
                        statement.speaker().name(),
                        String.join(", ", statement.chain()),
                        sha256(statement.span().in(text))))
                .containsExactlyElementsOf(ARTICLE.lines().toList());
    }

    @Test
    void findsTheStatementsOfTheDigestAndNoOther() throws IOException {
        String file = Files.readString(Project.root().resolve("seeds/russia-and-belarus-move-closer.md"));
        String text = file.substring(file.indexOf("\n---\n", 3) + 5).strip();

        assertThat(extract(text))
                .extracting(statement -> String.join(
                        "|",
                        statement.kind().name(),
                        statement.speaker().name(),
                        String.join(", ", statement.chain()),
                        statement.span().in(text)))
                .containsExactlyElementsOf(DIGEST.lines().toList());
    }

    private List<Statement> extract(String text) {
        return extractor.extract(text, Language.ENGLISH, LocalDate.of(2024, 1, 30));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
