package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.VersionInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citebot.corpus.JarResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number is compared with Hugging Face's own tokenizer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordPieceTokenizerTest {

    private static final int LIMIT = 512;
    private static final int CHARACTERS_AT_ONCE = 32;

    /** The tables of Hugging Face's tokenizer know the characters of this version of Unicode. */
    private static final VersionInfo UNICODE_OF_REFERENCE = VersionInfo.getInstance(8);

    private HuggingFaceTokenizer reference;
    private Tokenizer tokenizer;

    @BeforeAll
    void load() throws IOException {
        reference = ReferenceModel.tokenizer();
        try (InputStream json =
                JarResource.find("bge-small-en-v1.5-q-tokenizer.json").open()) {
            tokenizer = WordPieceTokenizer.read(json).withMarks();
        }
    }

    @AfterAll
    void close() {
        reference.close();
    }

    static Stream<String> texts() {
        return Stream.of(
                "",
                " \t\r\n",
                "what did ISW say?",
                "The Institute's U.S.-based analysts (all 14) said: “Don't—ever—wait…” 3.5%, $1,000 & co_op@example.org",
                "Что сказал Институт изучения войны? Ещё раз: объёмный ёж, Йошкар-Ола.",
                "Що сказав інститут? Їжак, ґанок, п'ять об’єктів та щастя.",
                "Што сказаў інстытут? Ўсё, дзе ёсць ’ апостраф: сям'я.",
                "Co powiedział instytut? Zażółć gęślą jaźń, łódź, ŁÓDŹ.",
                "Café naïve Ångström ÇÉÜ ﬁancé İstanbul Straße ΟΔΥΣΣΕΥΣ ǅ Ⅷ ½",
                "cafe\u0301 a\u0323\u0302 \u0301alone",
                "東京タワーは高い。한국어 문장입니다. 中文和English混排𠀀",
                "👍🏽 👩‍👩‍👧‍👦 🇧🇾 ❤️ text☃more",
                "مرحبا بالعالم שלום עולם हिन्दी ไทย",
                "a\u0000b\u0007c\u200bd\u200ee\u202ef\ufefff\ufffdg\u00adh\u2028i\u2029j\u00a0k\u3000l\u0085m",
                "x".repeat(100) + " " + "x".repeat(101) + " " + "unbelievable".repeat(9),
                "[CLS] [SEP][MASK]x [UNK] [PAD] [cls] [ CLS ] ##ing # # ing",
                "`a~b^c|d<e>f=g+h$i",
                "word other things ".repeat(400),
                "supercalifragilisticexpialidocious ".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void numbersThePiecesLikeTheReference(String text) {
        assertSameNumbers(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void numbersRandomTextsLikeTheReference(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int[] alphabet = "abcdeABE01 .,-'’“[]#éüñßжёїўłęñ\t\u0301\u00ad中国👍🏽ﬁ"
                .codePoints()
                .toArray();
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(120); length > 0; length--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            assertSameNumbers(text.toString());
        }
    }

    @Test
    void numbersEveryCharacterThatTheReferenceKnowsLikeTheReference() {
        int[] known = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .filter(character -> UCharacter.getAge(character).compareTo(UNICODE_OF_REFERENCE) <= 0)
                .toArray();
        List<String> different = new ArrayList<>();
        for (int from = 0; from < known.length; from += CHARACTERS_AT_ONCE) {
            int[] some = Arrays.copyOfRange(known, from, Math.min(known.length, from + CHARACTERS_AT_ONCE));
            if (!same(words(some))) {
                Arrays.stream(some)
                        .filter(one -> !same(words(one)))
                        .forEach(one -> different.add(UCharacter.getName(one)));
            }
        }

        assertThat(different)
                .as("rare signs that Unicode has moved to another category since")
                .containsExactly(
                        "CANADIAN SYLLABICS CHI SIGN",
                        "HANUNOO SIGN PAMUDPOD",
                        "MONGOLIAN LETTER ALI GALI BALUDA",
                        "MONGOLIAN LETTER ALI GALI THREE BALUDA",
                        "JAVANESE CONSONANT SIGN KERET",
                        "SHARADA SANDHI MARK",
                        "AHOM CONSONANT SIGN MEDIAL RA");
    }

    @Test
    void numbersRealDocumentsLikeTheReference() throws IOException {
        Path sets = Path.of(Objects.requireNonNullElse(System.getenv("CITEBOT_SHARED"), "../shared"), "bench");
        assumeTrue(Files.isDirectory(sets), "The evaluation sets are not there: " + sets);
        List<String> texts = new ArrayList<>();
        for (String set : List.of("xquad-en", "xquad-ru", "clapnq", "hotpotqa", "litbank")) {
            texts.addAll(texts(sets.resolve(set).resolve("corpus.jsonl")));
        }

        assertThat(texts).hasSizeGreaterThan(500).allSatisfy(this::assertSameNumbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\udc4db", "end\ud83d"})
    void dropsHalvesOfCharacters(String text) {
        String whole = text.replaceAll("[\ud800-\udfff]", "");

        assertThat(encode(text)).isEqualTo(encode(whole));
    }

    @Test
    void readsNoMoreThanTheLimit() {
        long[] whole = encode("one two three four");

        assertThat(tokenizer.encode("one two three four", 4).numbers()).containsExactly(101, whole[1], whole[2], 102);
    }

    @Test
    void refusesAFileWithoutAVocabulary() {
        InputStream other = new ByteArrayInputStream("{\"version\": \"1.0\"}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> WordPieceTokenizer.read(other)).isInstanceOf(IOException.class);
    }

    private void assertSameNumbers(String text) {
        assertThat(encode(text)).isEqualTo(reference.encode(text).getIds());
    }

    /** A word around each character, so that it shows whether it is dropped, splits the word, or stays. */
    private static String words(int... characters) {
        StringBuilder words = new StringBuilder();
        Arrays.stream(characters)
                .forEach(one -> words.append('a').appendCodePoint(one).append("b "));
        return words.toString();
    }

    private boolean same(String text) {
        return Arrays.equals(encode(text), reference.encode(text).getIds());
    }

    private static List<String> texts(Path corpus) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(corpus)) {
            JsonNode document = new JsonMapper().readTree(line);
            texts.add(document.path("text").asText());
        }
        return texts;
    }

    private long[] encode(String text) {
        return tokenizer.encode(text, LIMIT).numbers();
    }
}
