package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and types are those of Hugging Face's own tokenizer. */
class TokenizerFileTest {

    private static final int LIMIT = 512;
    private static final List<String> TEXTS = List.of(
            "The harbour of Ostrow was closed on Monday.",
            "Гавань закрили у понеділок, бо кран впав у воду — сказала начальниця порту.",
            "Гавань зачынілі ў панядзелак…  „Так“,\tсказала яна.\nСёння!",
            "Port zamknięto: dźwig wpadł do wody, w gęślą jaźń.",
            "ﬁancé ½ Ⅷ ①  no\u00a0break e\u0301 東京 👍🏽 12,5 %",
            "",
            " ",
            "zzzz qqq 東京タワー unknown東京",
            "▁ already mar▁ked▁");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"words.json", "pieces.json"})
    void readsTextAsTheOriginalDoes(String name) throws IOException {
        Path file = ModelFiles.copy(name, folder);
        Tokenizer tokenizer = TokenizerFile.read(file);
        try (HuggingFaceTokenizer reference = ReferenceModel.tokenizer(file)) {
            for (String text : TEXTS) {
                assertSame(tokenizer.encode(text, LIMIT), reference.encode(text), text);
                for (String other : TEXTS) {
                    assertSame(tokenizer.encode(text, other, LIMIT), reference.encode(text, other), text + "|" + other);
                }
            }
        }
    }

    private static void assertSame(Tokens tokens, Encoding reference, String text) {
        assertThat(tokens.numbers()).as(text).isEqualTo(reference.getIds());
        assertThat(tokens.types()).as(text).isEqualTo(reference.getTypeIds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"words.json", "pieces.json"})
    void theEndOfThePassageIsDropped(String name) {
        Tokenizer tokenizer = TokenizerFile.read(ModelFiles.copy(name, folder));
        String text = Stream.generate(() -> "harbour").limit(50).reduce("", (a, b) -> a + " " + b);

        Tokens whole = tokenizer.encode(text, text, LIMIT);
        Tokens some = tokenizer.encode("harbour", text, 12);

        assertThat(some.size()).isEqualTo(12);
        assertThat(some.numbers()[0]).isEqualTo(whole.numbers()[0]);
        assertThat(some.numbers()[11]).isEqualTo(whole.numbers()[whole.size() - 1]);
        assertThat(tokenizer.encode(text, text, 12).size()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":{\"type\":\"BPE\"}} | of type BPE",
                "{\"model\":{\"type\":\"WordPiece\"},\"normalizer\":{\"type\":\"Lowercase\"}} | without BERT's own",
                "{\"model\":{\"type\":\"Unigram\",\"vocab\":[]},\"pre_tokenizer\":{\"type\":\"Metaspace\"}} | unknown piece",
                "{\"model\":{\"type\":\"Unigram\"},\"pre_tokenizer\":{\"type\":\"Digits\"}} | Digits",
                "{\"model\":{\"type\":\"Unigram\"}} | white space"
            })
    void refusesWhatItWouldReadOtherwise(String json, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), json);

        assertThatThrownBy(() -> TokenizerFile.read(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(why)
                .message()
                .hasLineCount(1);
    }
}
