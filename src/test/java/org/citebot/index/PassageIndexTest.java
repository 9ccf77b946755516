package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.citebot.corpus.TestDocuments.details;
import static org.citebot.corpus.TestDocuments.document;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds. */
class PassageIndexTest {

    @TempDir
    Path folder;

    private TestCorpus corpus;

    @BeforeEach
    void open() {
        corpus = TestCorpus.open(folder, new CountingEmbedder());
    }

    @AfterEach
    void close() {
        corpus.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | The minister said nothing.         | what did they say
                    ENGLISH    | They went home.                    | who goes
                    ENGLISH    | The minister’s words were clear.   | minister
                    ENGLISH    | The minister's words were clear.   | ministers
                    ENGLISH    | A café in São Paulo.               | cafe sao
                    ENGLISH    | A cafe in Sao Paulo.               | café
                    RUSSIAN    | Новый указ подписан.               | новая
                    RUSSIAN    | Они шли над землёй.                | землей
                    RUSSIAN    | Ёлка стоит у дороги.               | елка
                    RUSSIAN    | Войска вышли к границе.            | граница
                    RUSSIAN    | Российский посол уехал.            | российского
                    UKRAINIAN  | Війська вийшли до кордону.         | кордон
                    UKRAINIAN  | Кажуть, що об’єкт зруйновано.      | об'єкти
                    POLISH     | Prezydent odwiedził miasto.        | prezydenta
                    POLISH     | Wojska są na granicach.            | GRANICACH
                    BELARUSIAN | Войскі стаялі на мяжы краіны.      | краіна
                    BELARUSIAN | Беларускі ўрад маўчыць.            | беларускага урада
                    OTHER      | Die Straße war gesperrt.           | strasse
                    """)
    void findsAWordInAnotherForm(Language language, String text, String question) {
        corpus.put(document("a", details("Nothing", language, null), text));
        corpus.put(document("b", details("Nothing", language, null), "xyz."));
        corpus.indexer().catchUp();

        assertThat(corpus.find(question)).containsExactly("a@1#0");
    }

    @Test
    void aWordOfTheTitleFindsEveryPassageAndCountsMore() {
        corpus.put(document("a", details("Harvest", Language.ENGLISH, null), "One thing.\n\nAnother thing."));
        corpus.put(document("b", details("Nothing", Language.ENGLISH, null), "The harvest was one thing."));
        corpus.indexer().catchUp();

        assertThat(corpus.find("harvest")).containsExactly("a@1#0", "a@1#1", "b@1#0");
    }

    @Test
    void findsPassagesByTheOtherNamesOfTheirSpeakers() {
        corpus.put(document(
                "a",
                new DocumentDetails(
                        "Nothing",
                        null,
                        null,
                        null,
                        Language.ENGLISH,
                        null,
                        Map.of("Institute of Tests", List.of("IoT"))),
                "IoT spoke."));
        corpus.indexer().catchUp();

        assertThat(corpus.find("institute")).containsExactly("a@1#0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "the of and", "?!… — “”", "🙂", "\u0000\ud800", "и в на", "zzzzunknown"})
    void aQuestionWithoutWordsFindsNothing(String question) {
        assertThat(corpus.find(question)).isEmpty();
        allLanguages();

        assertThat(corpus.find(question)).isEmpty();
        assertThat(corpus.index()
                        .findByWords(
                                question,
                                Language.ENGLISH,
                                new DocumentFilter(Set.of(new DocumentId("ENGLISH")), null, LocalDate.EPOCH, false),
                                10))
                .isEmpty();
    }

    @Test
    void aVeryLongQuestionIsAnsweredQuickly() {
        allLanguages();
        Random random = new Random(7);
        String question = "border "
                + IntStream.range(0, 16_000)
                        .mapToObj(i -> Integer.toString(random.nextInt(1_000_000), 36) + " word")
                        .collect(Collectors.joining(" "));
        assertThat(question.length()).isGreaterThan(100_000);
        long start = System.nanoTime();

        assertThat(corpus.find(question)).contains("ENGLISH@1#0");
        assertThat(corpus.find("x".repeat(100_000))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void manyWordsInEveryLanguageAreNotTooManyForLucene() {
        allLanguages();
        String question = IntStream.range(0, 500)
                .mapToObj(i -> "ab" + Integer.toString(1000 + i, 36))
                .collect(Collectors.joining(" ", "border ", ""));

        assertThat(corpus.find(question)).contains("ENGLISH@1#0");
    }

    @Test
    void bothSearchesKeepToTheFilter() {
        corpus.put(document("old", details("T", Language.ENGLISH, LocalDate.of(2023, 5, 1)), "The border."));
        corpus.put(document("new", details("T", Language.ENGLISH, LocalDate.of(2024, 5, 1)), "The border."));
        corpus.put(document("undated", details("T", Language.ENGLISH, null), "The border."));
        corpus.indexer().catchUp();
        corpus.indexer().embedDue(EmbeddingProgress.SILENT);

        LocalDate day = LocalDate.of(2024, 5, 1);
        assertFound(DocumentFilter.ALL, "new", "old", "undated");
        assertFound(filter(null, null, false), "new", "old");
        assertFound(filter(day, null, true), "new");
        assertFound(filter(null, day, false), "new", "old");
        assertFound(filter(null, day.minusDays(1), true), "old", "undated");
        assertFound(filter(null, day.minusDays(1), false), "old");
        assertFound(filter(day.plusDays(1), null, true));
        assertFound(filter(day.minusYears(2), day.minusDays(1), true), "old");
        assertFound(filter(null, null, true, "new", "undated", "none"), "new", "undated");
        assertFound(filter(null, day.minusDays(1), true, "new", "undated"), "undated");
        assertFound(filter(LocalDate.MIN, LocalDate.MAX, true), "new", "old");
    }

    @Test
    void theNearestVectorComesFirst() {
        corpus.put(document("a", details("T", Language.ENGLISH, null), "The river froze.\n\nThe market opened."));
        corpus.put(document("be", details("T", Language.BELARUSIAN, null), "The river froze."));
        corpus.indexer().catchUp();
        assertThat(corpus.near("river froze")).isEmpty();
        corpus.indexer().embedDue(EmbeddingProgress.SILENT);

        assertThat(corpus.near("river froze")).containsExactly("a@1#0", "a@1#1");
        assertThat(corpus.near("market opened")).containsExactly("a@1#1", "a@1#0");
    }

    @Test
    void aRareTermWeighsMoreThanACommonOneAndAnUnknownOneMost() {
        corpus.put("a", "Border river.\n\nBorder market.\n\nBorder.");
        corpus.indexer().catchUp();
        PassageIndex index = corpus.index();

        double common = index.weight("border", Language.ENGLISH);
        double rare = index.weight("river", Language.ENGLISH);
        double unknown = index.weight("zzz", Language.ENGLISH);
        assertThat(common).isPositive().isLessThan(rare);
        assertThat(rare).isLessThan(unknown);
        assertThat(unknown).isCloseTo(Math.log(1 + 53.5 / 0.5), within(1e-9));
        assertThat(index.weight("border", Language.POLISH)).isNotNegative().isFinite();
    }

    @Test
    void knowsItsLanguages() {
        assertThat(corpus.index().languages()).isEmpty();
        corpus.put("a", "Border.").put(document("b", details("T", Language.POLISH, null), "Granica."));
        corpus.indexer().catchUp();

        assertThat(corpus.index().languages()).containsExactly(Language.ENGLISH, Language.POLISH);
    }

    @Test
    void scoresByBothWhatOnlyOneSearchRanksHigh() {
        corpus.put("near", "Border bridge harvest.")
                .put(
                        "far",
                        "The council met about the border in winter, and the market and the signal were on its list.");
        corpus.indexer().catchUp();
        corpus.indexer().embedDue((done, all) -> {});
        float[] vector = CountingEmbedder.vector("Title of near\nBorder bridge harvest.");

        List<PassageMatch> found = corpus.index().find("council", Language.ENGLISH, vector, DocumentFilter.ALL, 1);

        assertThat(found).extracting(match -> match.id().document().value()).containsExactlyInAnyOrder("near", "far");
        assertThat(found).allSatisfy(match -> {
            boolean near = match.id().document().value().equals("near");
            assertThat(match.words()).satisfies(words -> assertThat(words > 0).isEqualTo(!near));
            assertThat(match.similarity())
                    .isNotNull()
                    .satisfies(similarity -> assertThat(similarity > 0.999).isEqualTo(near));
        });
    }

    @Test
    void hasNoSimilarityWhereAPassageOrTheQuestionHasNoVector() {
        corpus.put("a", "The council met.");
        corpus.indexer().catchUp();

        for (float[] vector : new float[][] {null, CountingEmbedder.vector("council")}) {
            assertThat(corpus.index().find("council", Language.ENGLISH, vector, DocumentFilter.ALL, 10))
                    .singleElement()
                    .satisfies(match -> assertThat(match.similarity()).isNull())
                    .satisfies(match -> assertThat(match.words())
                            .isEqualTo(
                                    corpus.index()
                                            .findByWords("council", Language.ENGLISH, DocumentFilter.ALL, 10)
                                            .getFirst()
                                            .score(),
                                    within(1e-6)));
        }
    }

    @Test
    void scoresAllOfThePassagesWhereAFilterLetsFewThrough() {
        corpus.put("a", "The council met.")
                .put("b", "The council of ministers met.")
                .put("c", "A storm came.");
        corpus.indexer().catchUp();

        assertThat(corpus.index().find("council", Language.ENGLISH, null, filter(null, null, true, "a", "b", "c"), 1))
                .extracting(match -> match.id().document().value())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void findsTheDocumentsThatATextMentionsOnceEach() {
        corpus.put(document("river", details("Vistula (river)", Language.ENGLISH, null), "One.\n\nTwo."))
                .put(document("city", details("Warsaw", Language.ENGLISH, null), "Three."));
        corpus.indexer().catchUp();

        assertThat(corpus.index().findMentioned("Warsaw lies on the Vistula.", "Warsaw", 10))
                .containsExactly(new DocumentId("river"));
        assertThat(corpus.index().findMentioned("Warsaw lies on the Vistula.", "Poland", 10))
                .hasSize(2);
        assertThat(corpus.index().findMentioned("Nothing.", "Poland", 10)).isEmpty();
    }

    @Test
    void anIndexThatIsReadAloneCannotBeWritten() {
        try (TextAnalysis analysis = new TextAnalysis();
                PassageIndex reader = PassageIndex.open(corpus.indexFolder(), analysis, "counting")) {
            assertThat(reader.writable()).isFalse();
            assertThatThrownBy(() -> reader.commit("store", 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reader.clear("store")).isInstanceOf(IllegalStateException.class);
        }
    }

    private void allLanguages() {
        for (Language language : Language.values()) {
            corpus.put(document(language.name(), details("T", language, null), "Border граница кордон."));
        }
        corpus.indexer().catchUp();
    }

    private void assertFound(DocumentFilter filter, String... documents) {
        PassageIndex index = corpus.index();
        assertThat(index.findByWords("border", Language.ENGLISH, filter, 10))
                .as("by words, %s", filter)
                .extracting(hit -> hit.id().document().value())
                .containsExactlyInAnyOrder(documents);
        assertThat(index.findByVector(CountingEmbedder.vector("border"), filter, 10))
                .as("by vector, %s", filter)
                .extracting(hit -> hit.id().document().value())
                .containsExactlyInAnyOrder(documents);
        assertThat(index.find("border", Language.ENGLISH, CountingEmbedder.vector("border"), filter, 10))
                .as("by both, %s", filter)
                .extracting(match -> match.id().document().value())
                .containsExactlyInAnyOrder(documents);
    }

    private static DocumentFilter filter(
            @Nullable LocalDate from, @Nullable LocalDate to, boolean undated, String... documents) {
        return new DocumentFilter(
                Set.of(documents).stream().map(DocumentId::new).collect(Collectors.toSet()), from, to, undated);
    }
}
