package org.citebot.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.corpus.PassageOutline;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageSplitterTest {

    private final PassageSplitter splitter = new PassageSplitter();

    @Test
    void joinsShortNeighboursAndKeepsLongParagraphsApart() {
        String text = words("Short", 10) + "\n\n" + words("Small", 20) + "\n\n" + words("Middle", 80) + "\n\n"
                + words("Large", 90);
        assertThat(passages(text))
                .extracting(
                        passage -> passage.substring(0, passage.indexOf(32)) + " " + passage.split("\\s+", -1).length)
                .containsExactly("Short 30", "Middle 80", "Large 90");
    }

    @Test
    void cutsAVeryLongParagraphBetweenSentences() {
        String text = (words("Sentence", 19) + " ").repeat(20).strip();
        List<String> passages = passages(text);
        assertThat(passages).hasSize(3).allSatisfy(passage -> {
            assertThat(passage).startsWith("Sentence").endsWith(".");
            assertThat(passage.split(" ", -1).length).isBetween(90, 180);
        });
        assertThat(String.join(" ", passages)).isEqualTo(text);
    }

    @Test
    void joinsNothingAcrossFurniture() {
        assertThat(passages("He came.\n\nAdvertisement\n\nShe left.\n\nIt rained."))
                .containsExactly("He came.", "She left.\n\nIt rained.");
    }

    @Test
    void joinsNothingAcrossAHeading() {
        String text = "He came.\n\nWhat next\n\nShe left.";
        List<PassageOutline> passages = splitter.split(text, Language.ENGLISH, List.of(new TextSpan(10, 19)));
        assertThat(passages.stream().map(passage -> passage.span().in(text))).containsExactly("He came.", "She left.");
    }

    @Test
    void cutsFurnitureOffTheEdgesOfAParagraphButNotOutOfRunningText() {
        assertThat(passages("Getty Images\nPutin hailed the deal.\nAdvertisement"))
                .containsExactly("Putin hailed the deal.");
        assertThat(passages("He sold them to\nGetty Images\nand to others."))
                .containsExactly("He sold them to\nGetty Images\nand to others.");
        assertThat(passages("Getty Images\nsaid it would sue.")).containsExactly("Getty Images\nsaid it would sue.");
    }

    @Test
    void leavesFurnitureBetweenSentencesOutOfTheEvidence() {
        String text = "The two shake hands. (Photo by Jane Doe/Getty Images) They smile.";
        PassageOutline passage =
                splitter.split(text, Language.ENGLISH, List.of()).getFirst();
        assertThat(passage.sentences().stream().map(sentence -> sentence.in(text)))
                .containsExactly("The two shake hands.", "They smile.");
    }

    @Test
    void cutsAListingWithoutFullStopsAndLeavesOutWhatIsNoProse() {
        String listing = "name 12; ".repeat(300).strip();
        assertThat(passages(listing)).allSatisfy(passage -> assertThat(passage).startsWith("name 12;"));
        assertThat(splitter.split(listing, Language.ENGLISH, List.of()))
                .flatExtracting(PassageOutline::sentences)
                .allSatisfy(sentence -> assertThat(sentence.length()).isLessThanOrEqualTo(1_000));
        assertThat(passages("a1B2".repeat(2_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105})
    void givesSentencesInOrderEachInOnePassage(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "He met Gen. Smith in St. Petersburg.",
            "“Why?” she asked.",
            "Getty Images",
            "0",
            "24",
            "Read more",
            "\n",
            "\n\n",
            "Путин приехал в 2024 г. в Минск.",
            "- item",
            "word ".repeat(60),
            "(open",
            "close)",
            "….",
            "\u00A0",
            "x".repeat(1_500),
            "no end, ".repeat(200),
            "\uD83D\uDE00",
            "1. ",
            "Heading"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder builder = new StringBuilder();
            random.ints(random.nextInt(40), 0, pieces.length)
                    .forEach(piece -> builder.append(pieces[piece]).append(random.nextBoolean() ? " " : "\n\n"));
            check(builder.toString(), "seed " + seed + ", text " + i);
        }
    }

    private void check(String text, String which) {
        int end = 0;
        int ordinal = 0;
        for (PassageOutline draft : splitter.split(text, Language.ENGLISH, List.of())) {
            // The passage checks on construction that its sentences are inside it, in order and apart.
            var passage =
                    new Passage(new PassageId(new DocumentId("d"), 1, ordinal++), draft.span(), draft.sentences());
            assertThat(passage.span().start()).as(which).isGreaterThanOrEqualTo(end);
            end = passage.span().end();
            assertThat(end).as(which).isLessThanOrEqualTo(text.length());
            assertThat(passage.sentences().getFirst().start())
                    .as(which)
                    .isEqualTo(passage.span().start());
            assertThat(passage.sentences().getLast().end()).as(which).isEqualTo(end);
            for (TextSpan sentence : passage.sentences()) {
                assertThat(sentence.in(text))
                        .as(which)
                        .isEqualTo(sentence.in(text).strip())
                        .hasSizeLessThan(1_001);
            }
        }
    }

    private List<String> passages(String text) {
        return splitter.split(text, Language.ENGLISH, List.of()).stream()
                .map(passage -> passage.span().in(text))
                .toList();
    }

    private static String words(String first, int count) {
        return first + " word".repeat(count - 1) + ".";
    }
}
