package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.corpus.TestDocuments.details;
import static org.citebot.corpus.TestDocuments.document;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.Origin;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.CountingEmbedder;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What outlets take over from each other counts once in an answer. */
class DistinctPassagesTest {

    private static final String WIRE = "The harbour of Ostrow was closed on Monday after a crane fell into the water. "
            + "Nobody was hurt, said the harbour master, Ada Quill.";

    @TempDir
    Path folder;

    private final TextAnalysis analysis = new TextAnalysis();
    private CorpusStore store;
    private PassageIndex index;

    @BeforeEach
    void open() {
        store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        index = PassageIndex.open(folder.resolve("index"), analysis, "counting");
    }

    @AfterEach
    void close() {
        index.close();
        analysis.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The harbour of Ostrow was closed on Monday after a crane fell into the water. Nobody was hurt, said the"
                        + " harbour master, Ada Quill.",
                "The Harbour of Ostrow was closed on Monday, after a crane fell into the water! Nobody was hurt – said the"
                        + " “harbour master”, Ada Quill.",
                "OSTROW, Jan 30 (Reuters) - The harbour of Ostrow was closed on Monday after a crane fell into the water."
                        + " Nobody was hurt, said the harbour master, Ada Quill.",
                "Nobody was hurt, said the harbour master, Ada Quill."
                        + " The harbour of Ostrow was closed on Monday after a crane fell into the water.",
                "The harbour of Ostrow was closed on Monday after a crane fell into the water."
            })
    void aCopyCountsOnce(String copy) {
        store("wire", "Harbour closed", LocalDate.of(2024, 1, 29), WIRE);
        store("copy", "A crane fell", LocalDate.of(2024, 1, 30), copy);

        assertThat(answering("Why was the harbour of Ostrow closed?"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.version().document().value()).isEqualTo("wire");
                    assertThat(found.copies())
                            .extracting(each -> each.document().value())
                            .containsExactly("copy");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The harbour of Ostrow was closed on Tuesday after a crane fell into the water. Nobody was hurt, said the"
                        + " harbour master, Ada Quill.",
                "The harbour of Ostrow was not closed on Monday after a crane fell into the water. Nobody was hurt, said"
                        + " the harbour master, Ada Quill.",
                "The harbour of Ostrow was closed on Monday after a crane fell into the water. Two were hurt, said the"
                        + " harbour master, Ada Quill.",
                "The harbour of Ostrow was closed on Monday after a crane fell into the water. Nobody was hurt, said"
                        + " the mayor."
            })
    void whatSaysSomethingElseStays(String other) {
        store("wire", "Harbour closed", LocalDate.of(2024, 1, 29), WIRE);
        store("other", "A crane fell", LocalDate.of(2024, 1, 30), other);

        assertThat(found("Why was the harbour of Ostrow closed?")).containsExactlyInAnyOrder("wire", "other");
    }

    @ParameterizedTest
    @CsvSource({"-5, 5", "$5, €5", "5%, 5"})
    void anotherAmountIsNoCopy(String one, String other) {
        String text = "The harbour master of Ostrow told the council on Monday that the change came to %s in all.";
        store("one", "Change", null, text.formatted(one));
        store("other", "Change", null, text.formatted(other));

        assertThat(found("What did the change come to?")).hasSize(2);
    }

    @Test
    void theOneWithASentenceMoreStays() {
        store("wire", "Harbour closed", LocalDate.of(2024, 1, 29), WIRE);
        store("copy", "Harbour closed", LocalDate.of(2024, 1, 29), WIRE);
        store(
                "longer",
                "A crane fell",
                LocalDate.of(2024, 1, 31),
                WIRE.replace("water. ", "water. It was raised on Wednesday. "));

        assertThat(answering("Why was the harbour of Ostrow closed?"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.version().document().value()).isEqualTo("longer");
                    assertThat(found.copies())
                            .extracting(each -> each.document().value())
                            .containsExactlyInAnyOrder("wire", "copy");
                });
    }

    @Test
    void ofEqualOnesTheEarliestStays() {
        store("undated", "Harbour closed", null, WIRE);
        store("later", "Harbour closed", LocalDate.of(2024, 1, 30), WIRE);
        store("earliest", "Harbour closed", LocalDate.of(2024, 1, 29), WIRE);

        assertThat(found("Why was the harbour of Ostrow closed?")).containsExactly("earliest");
    }

    @Test
    void copiesDoNotFillTheAnswer() {
        for (int i = 0; i < 60; i++) {
            store("copy" + i, "Outlet " + i, LocalDate.of(2024, 1, 29).plusDays(i), WIRE);
        }
        store("inquiry", "Inquiry", null, "An inquiry into the harbour of Ostrow blames the crane, which was rusty.");

        assertThat(found("Why was the harbour of Ostrow closed after a crane fell?"))
                .containsExactly("copy0", "inquiry");
    }

    @Test
    void shortWordsMeanWhatTheirTitleSays() {
        store("quill", "Ada Quill", null, "She was born in Ostrow and was the harbour master.");
        store("wend", "Eva Wend", null, "She was born in Ostrow and was the harbour master.");
        store("again", "Eva Wend", null, "She was born in Ostrow, and was the harbour master.");

        assertThat(found("Who was born in Ostrow?")).hasSize(2).contains("quill");
    }

    @Test
    void aDocumentSaysEverythingOnce() {
        store("wire", "Harbour closed", null, WIRE + "\n\nThe crane was of 1920.\n\n" + WIRE);

        assertThat(answering("Why was the harbour of Ostrow closed after a crane fell?"))
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.copies()).isEmpty());
    }

    @Test
    void aRankingOfDocumentsHoldsThemAll() {
        IntStream.range(0, 5).forEach(i -> store("copy" + i, "Outlet " + i, null, WIRE));

        assertThat(retriever()
                        .retrieve("harbour crane", Language.ENGLISH, DocumentFilter.ALL, 10, RankingMethod.FUSED)
                        .passages())
                .hasSize(5);
    }

    private void store(String id, String title, @Nullable LocalDate published, String text) {
        store.put(document(id, details(title, Language.ENGLISH, published), text), Origin.ADDED);
    }

    /** Over all that was stored so far. */
    private Retriever retriever() {
        PassageVectors vectors =
                new PassageVectors(VectorCache.open(folder.resolve("vectors.db")), new CountingEmbedder());
        CorpusIndexer indexer = new CorpusIndexer(store, index, vectors);
        indexer.catchUp();
        indexer.embedDue((done, all) -> {});
        return new Retriever(index, vectors, store);
    }

    private List<RankedPassage> answering(String question) {
        return retriever()
                .retrieve(question, Language.ENGLISH, DocumentFilter.ALL, 10)
                .passages();
    }

    private List<String> found(String question) {
        return answering(question).stream()
                .map(passage -> passage.version().document().value())
                .toList();
    }
}
