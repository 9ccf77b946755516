package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.FaultReport;
import org.citebot.answering.Answer;
import org.citebot.corpus.DocumentDetails;
import org.citebot.language.Language;
import org.citebot.telegram.chat.AnswerRenderer;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.fake.Entity;
import org.citebot.telegram.fake.MessageText;
import org.citebot.telegram.fake.ParsedText;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.FormattedText.Mark;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.HtmlWriter;
import org.citebot.telegram.text.MessageSplitter;
import org.citebot.telegram.text.TextBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("faults")
class MessageSplitterTest {

    private static final int ANSWERS = FaultReport.rounds(500, 25_000);
    private static final String LINK = "https://gazette.example/a?b=1&c=%22";

    /** What texts are made of: ordinary, hostile, and hard to cut. */
    private static final List<String> PIECES = List.of(
            "word ",
            "Two words. ",
            "Ends here!\n\n",
            "line\n",
            "ordinary text that goes on for a while, with commas; ",
            "😀",
            "👩‍👩‍👧‍👦",
            "🇺🇦🇧🇾 ",
            "e\u0301\u0302\u0303",
            "\u202Bשלום עולם\u202C ",
            "مرحبا ",
            "日本語のテキスト",
            "<b>",
            "</blockquote>",
            "&amp;",
            "& ",
            "\"",
            "@someone ",
            "@a",
            "/stop ",
            "/",
            "#tag",
            "$TON ",
            "evil.com",
            ".com ",
            "https://evil.example/x?y=1 ",
            "tg://resolve?domain=x ",
            "mail@evil.com ",
            "10.0.0.1 ",
            "xn--p1ai.xn--p1ai ",
            "\u200B",
            "\u2066",
            "\u0000",
            "\uD83D",
            "\t",
            "\u00A0",
            "longwordwithoutanyend");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261123})
    void anyAnswerIsSplitLegally(long seed) {
        System.out.println("MessageSplitterTest: seed " + seed + ", " + ANSWERS + " answers");
        Random random = new Random(seed);
        for (int i = 0; i < ANSWERS; i++) {
            FormattedText whole = AnswerRenderer.render(
                    answer(random), Words.in(Language.ENGLISH), SampleAnswers.TODAY, AnswerRenderer.Passages.INSIDE);
            List<FormattedText> parts = MessageSplitter.split(whole);

            assertThat(parts).isNotEmpty();
            parts.forEach(MessageSplitterTest::assertLegal);
            assertThat(inked(parts.stream().map(FormattedText::text).collect(Collectors.joining())))
                    .isEqualTo(inked(whole.text()));
            assertThat(parts.stream()
                            .mapToLong(part -> inkUnder(part, Style.QUOTATION))
                            .sum())
                    .isEqualTo(inkUnder(whole, Style.QUOTATION));
            assertThat(parts.stream()
                            .mapToLong(part -> inkUnder(part, Style.LINK))
                            .sum())
                    .isEqualTo(inkUnder(whole, Style.LINK));
        }
        FaultReport.note(
                "R17 seed " + seed,
                ANSWERS + " fuzzed answers of emoji, right-to-left, lone surrogates, markup",
                "0 refusals, no surrogate or entity split, text preserved");
    }

    @Test
    void aShortTextStaysWhole() {
        assertThat(MessageSplitter.split(FormattedText.plain("a")))
                .singleElement()
                .isEqualTo(FormattedText.plain("a"));
        assertThat(MessageSplitter.split(FormattedText.plain("x".repeat(4096)))).hasSize(1);
        assertThat(MessageSplitter.split(FormattedText.plain(" \n "))).isEmpty();
    }

    @Test
    void aParagraphIsABetterPlaceThanASentence() {
        String first = "One sentence. ".repeat(160).strip();
        String second = "Another sentence. ".repeat(200).strip();

        assertThat(texts(first + "\n\n" + second)).containsExactly(first, second);
    }

    @Test
    void aSentenceIsABetterPlaceThanAWord() {
        List<String> parts = texts("He said \"a few words\". ".repeat(400));

        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(part).endsWith("words\"."));
    }

    @Test
    void aWordIsABetterPlaceThanACharacter() {
        List<String> parts = texts("some words without an end ".repeat(400));

        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(part.split(" ")).isSubsetOf("some", "words", "without", "an", "end"));
    }

    @Test
    void whatAReaderSeesAsOneCharacterStaysWhole() {
        String family = "👩‍👩‍👧‍👦";
        List<String> parts = texts(family.repeat(1000));

        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(part.length() % family.length()).isZero());
    }

    @Test
    void aCharacterLongerThanAMessageIsCutAllTheSame() {
        assertThat(texts("e" + "\u0301".repeat(10_000)))
                .allSatisfy(part -> assertThat(part).hasSizeBetween(1, 4096));
    }

    @Test
    void marksAreClosedAndOpenedAgain() {
        TextBuilder text = new TextBuilder();
        text.marked(Style.QUOTATION, () -> text.marked(Style.BOLD, () -> text.foreign("words ".repeat(1000))));

        List<FormattedText> parts = MessageSplitter.split(text.build());

        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part -> assertThat(HtmlWriter.write(part))
                        .startsWith("<blockquote expandable><b>words")
                        .endsWith("words</b></blockquote>"));
    }

    @Test
    void aMessageHasAtMostAHundredMarks() {
        TextBuilder text = new TextBuilder();
        IntStream.range(0, 350).forEach(i -> text.foreign("@name" + i + " and "));

        List<FormattedText> parts = MessageSplitter.split(text.build());

        assertThat(parts).hasSizeGreaterThan(3).allSatisfy(MessageSplitterTest::assertLegal);
    }

    @Test
    void theTextWithoutFormattingFitsToo() {
        TextBuilder text = new TextBuilder();
        IntStream.range(0, 60)
                .forEach(i -> text.link("title ", URI.create("https://a.example/" + "x".repeat(300) + i))
                        .ours("\n"));

        assertThat(MessageSplitter.split(text.build()))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        part -> assertThat(part.withoutFormatting()).hasSizeLessThanOrEqualTo(MessageSplitter.LONGEST));
    }

    @Test
    void aLongRunOfActiveLookingCharactersIsNotSlow() {
        for (String run : List.of("a", "a.", "@", "a@", "1.", "/", "#", "+1 ", "-.", "é.")) {
            TextBuilder text = new TextBuilder();
            text.foreign(run.repeat(60_000 / run.length()));
            assertThat(MessageSplitter.split(text.build())).isNotEmpty();
        }
    }

    private static Answer answer(Random random) {
        List<String> sentences = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            sentences.add("S" + text(random, random.nextInt(25) == 0 ? 1500 : 60) + "E");
        }
        DocumentDetails details = new DocumentDetails(
                "T" + text(random, 8),
                "O" + text(random, 4),
                SampleAnswers.TODAY,
                random.nextBoolean() ? URI.create(LINK) : null,
                Language.ENGLISH,
                random.nextBoolean() ? new DocumentDetails.About("A" + text(random, 5), text(random, 3)) : null,
                Map.of());
        int[] quoted = IntStream.range(0, count)
                .filter(i -> i == 0 || random.nextBoolean())
                .toArray();
        return SampleAnswers.cited("q", SampleAnswers.document(details, sentences.toArray(String[]::new)), quoted);
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(most + 1);
        String same = PIECES.get(random.nextInt(PIECES.size()));
        boolean monotonous = random.nextInt(8) == 0;
        for (int i = 0; i < count; i++) {
            text.append(monotonous ? same : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void assertLegal(FormattedText part) {
        ParsedText parsed = MessageText.ofHtml(HtmlWriter.write(part));
        assertThat(parsed.text()).isEqualTo(part.text());
        assertThat(parsed.entities().stream().filter(Entity::automatic).map(entity -> around(entity, parsed.text())))
                .isEmpty();
        assertThat(parsed.entities())
                .filteredOn(entity -> entity.url() != null)
                .allSatisfy(link -> assertThat(link.url()).isEqualTo(LINK));
        assertThat(part.withoutFormatting()).hasSizeLessThanOrEqualTo(MessageSplitter.LONGEST);
        List<Mark> code = marks(part, Style.CODE);
        for (Mark mark : part.marks()) {
            if (mark.style() == Style.BOLD || mark.style() == Style.LINK) {
                assertThat(code.stream()
                                .anyMatch(other -> other.span().start()
                                                < mark.span().end()
                                        && mark.span().start() < other.span().end()))
                        .isFalse();
            }
        }
    }

    private static List<Mark> marks(FormattedText text, Style style) {
        return text.marks().stream().filter(mark -> mark.style() == style).toList();
    }

    private static String around(Entity entity, String text) {
        int start = Math.max(0, entity.offset() - 20);
        return entity.type() + " in " + text.substring(start, Math.min(text.length(), entity.end() + 20));
    }

    private static long inkUnder(FormattedText text, Style style) {
        return marks(text, style).stream()
                .mapToLong(mark -> inked(mark.span().in(text.text())).length())
                .sum();
    }

    private static String inked(String text) {
        return text.replaceAll("[\\s\\u001C-\\u001F\\p{Z}]", "");
    }

    private static List<String> texts(String text) {
        List<FormattedText> parts = MessageSplitter.split(FormattedText.plain(text));
        parts.forEach(MessageSplitterTest::assertLegalPlain);
        return parts.stream().map(FormattedText::text).toList();
    }

    private static void assertLegalPlain(FormattedText part) {
        assertThat(MessageText.ofHtml(HtmlWriter.write(part)).text()).isEqualTo(part.text());
    }
}
