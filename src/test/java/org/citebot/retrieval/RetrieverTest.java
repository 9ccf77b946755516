package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.corpus.TestDocuments.details;
import static org.citebot.corpus.TestDocuments.document;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
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

class RetrieverTest {

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

    @Test
    void reachesTheDocumentThatAGoodPassageMentions() {
        store("album", "Transfiguration", "Transfiguration is the third album by Matt Ward.");
        store("singer", "Matt Ward (singer)", "Made another album, long after he grew up in Newbury Park.");
        store("other", "Vincent", "Made another album.");
        Retriever retriever = retriever(null);

        assertThat(found(retriever, "Who made the album Transfiguration?", DocumentFilter.ALL))
                .containsExactly("album", "singer", "other");
        DocumentFilter others =
                new DocumentFilter(Set.of(new DocumentId("album"), new DocumentId("other")), null, null, true);
        assertThat(found(retriever, "Who made the album Transfiguration?", others))
                .containsExactly("album", "other");
    }

    @Test
    void aPassageIsFoundByOneOfItsSentences() {
        String asked = "why did the harvest fail";
        String filler = " The bridge river market. A council signal decree. The winter troops border.";
        store("sentence", "B", "Why did the harvest fail." + filler);
        store("mixed", "A", "Why the bridge. Did river market. The harvest council signal. Fail decree winter troops.");
        Retriever retriever = retriever(new CountingEmbedder());

        Retrieval found = retriever.retrieve(asked, Language.ENGLISH, DocumentFilter.ALL, 10);

        assertThat(found.passages()).first().satisfies(best -> {
            assertThat(best.version().document().value()).isEqualTo("sentence");
            assertThat(best.score()).isBetween(0.0, 1.0);
        });
        RankedPassage whole = RankFusion.withSentence(found.passages().getLast(), 0.99);
        assertThat(whole.score()).isGreaterThan(found.passages().getLast().score());
    }

    @Test
    void theFirstAreTheSameHoweverManyAreAskedFor() {
        for (int i = 0; i < 130; i++) {
            store("d" + i, "Title", "Border bridge number " + i + " in winter.");
        }
        Retriever retriever = retriever(new CountingEmbedder());

        List<String> few = found(retriever, "winter border", DocumentFilter.ALL, 5);
        List<String> many = found(retriever, "winter border", DocumentFilter.ALL, 125);

        assertThat(few).hasSize(5);
        assertThat(many).hasSize(125).doesNotHaveDuplicates().startsWith(few.toArray(String[]::new));
    }

    @Test
    void leavesOutWhatWasRemovedSinceItWasIndexed() {
        store("a", "A", "The border is closed.");
        store("b", "B", "The border is open.");
        Retriever retriever = retriever(null);
        store.remove(new DocumentId("a"));

        assertThat(found(retriever, "border", DocumentFilter.ALL)).containsExactly("b");
    }

    private void store(String id, String title, String text) {
        store.put(document(id, details(title, Language.ENGLISH, null), text), Origin.ADDED);
    }

    /** Over all that was stored so far. */
    private Retriever retriever(@Nullable CountingEmbedder embedder) {
        PassageVectors vectors = new PassageVectors(VectorCache.open(folder.resolve("vectors.db")), embedder);
        CorpusIndexer indexer = new CorpusIndexer(store, index, vectors);
        indexer.catchUp();
        indexer.embedDue((done, all) -> {});
        return new Retriever(index, vectors, store);
    }

    private static List<String> found(Retriever retriever, String question, DocumentFilter filter) {
        return found(retriever, question, filter, 10);
    }

    private static List<String> found(Retriever retriever, String question, DocumentFilter filter, int count) {
        return retriever.retrieve(question, Language.ENGLISH, filter, count, RankingMethod.FUSED).passages().stream()
                .map(passage -> passage.version().document().value())
                .toList();
    }
}
