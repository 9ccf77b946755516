package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.corpus.TestDocuments.english;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.PassageOutline;
import org.citebot.language.TextSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index follows the store, and no text is embedded twice. */
class CorpusIndexerTest {

    private final CountingEmbedder embedder = new CountingEmbedder();

    @TempDir
    Path folder;

    @Test
    void reflectsTheRevisionOfTheStoreAlsoAfterARestart() {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.");
            assertThat(corpus.indexer().catchUp()).isTrue();
            assertThat(corpus.indexer().catchUp()).isFalse();
            assertThat(corpus.index().revision())
                    .isEqualTo(corpus.store().revision())
                    .isPositive();
        }
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            assertThat(corpus.index().revision()).isEqualTo(corpus.store().revision());
            assertThat(corpus.indexer().catchUp()).isFalse();
            assertThat(corpus.find("border")).containsExactly("a@1#0");
        }
    }

    @Test
    void aChangedDocumentIsFoundInItsNewestVersionAlone() {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.\n\nThe river.").put("b", "The border.");
            corpus.indexer().catchUp();
            corpus.put("a", "The bridge at the border.");
            corpus.store().remove(new DocumentId("b"));
            corpus.indexer().catchUp();

            assertThat(corpus.find("border river bridge")).containsExactly("a@2#0");
            assertThat(corpus.index().size()).isEqualTo(1);
        }
    }

    @Test
    void whatWasWrittenAndNotCommittedComesBackFromTheStore() throws IOException {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.");
            corpus.indexer().catchUp();
            corpus.put("b", "The border.");
            corpus.index().replace(new DocumentId("a"), List.of());
        }
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            assertThat(corpus.find("border")).containsExactly("a@1#0");
            corpus.indexer().catchUp();
            assertThat(corpus.find("border")).containsExactly("a@1#0", "b@1#0");
        }
    }

    @Test
    void anIndexOfAnotherStoreIsMadeAnewEvenAtTheSameRevision() throws IOException {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.").put("b", "The river.");
            corpus.indexer().catchUp();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("corpus.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("c", "The bridge.").put("d", "The border.");
            corpus.indexer().catchUp();

            assertThat(corpus.find("border river bridge")).containsExactlyInAnyOrder("c@1#0", "d@1#0");
        }
    }

    @Test
    void anIndexThatIsAheadOfItsStoreIsMadeAnew() throws IOException {
        Path backup = folder.resolve("backup");
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.");
            Files.copy(folder.resolve("corpus.db"), backup);
            corpus.put("b", "The border.").put("c", "The border.");
            corpus.indexer().catchUp();
        }
        Files.delete(folder.resolve("corpus.db"));
        Files.move(backup, folder.resolve("corpus.db"));
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            assertThat(corpus.store().revision()).isEqualTo(1);
            corpus.indexer().catchUp();

            assertThat(corpus.find("border")).containsExactly("a@1#0");
        }
    }

    @Test
    void aSecondOneReadsWhatTheFirstCommitsAndTakesOverWhenThatCloses() {
        TestCorpus writer = TestCorpus.open(folder, embedder);
        try (TestCorpus reader = TestCorpus.open(folder, embedder)) {
            assertThat(reader.index().writable()).isFalse();
            writer.put("a", "The border.");
            writer.indexer().catchUp();

            assertThat(reader.index().revision()).isZero();
            assertThat(reader.find("border")).isEmpty();
            reader.index().refresh();
            assertThat(reader.index().revision()).isEqualTo(1);
            assertThat(reader.find("border")).containsExactly("a@1#0");
            assertThatThrownBy(() -> reader.indexer().rebuild()).isInstanceOf(IllegalStateException.class);
            writer.close();
            try (TestCorpus next = TestCorpus.open(folder, embedder)) {
                assertThat(next.index().writable()).isTrue();
                assertThat(next.find("border")).containsExactly("a@1#0");
            }
        }
    }

    @Test
    void aReaderWithAnotherModelFindsByWordsAlone() {
        try (TestCorpus writer = TestCorpus.open(folder, embedder)) {
            writer.put("a", "The border.");
            writer.indexer().catchUp();
            writer.indexer().embedDue(EmbeddingProgress.SILENT);
            try (TestCorpus reader = TestCorpus.open(folder, new CountingEmbedder("another"))) {
                assertThat(reader.find("border")).containsExactly("a@1#0");
                assertThat(reader.near("border")).isEmpty();
                assertThat(writer.near("border")).containsExactly("a@1#0");
            }
        }
    }

    @Test
    void anotherModelMakesTheIndexAnew() {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.");
            corpus.indexer().catchUp();
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);
        }
        try (TestCorpus corpus = TestCorpus.open(folder, null)) {
            assertThat(corpus.index().revision()).isZero();
            corpus.indexer().catchUp();
            assertThat(corpus.find("border")).containsExactly("a@1#0");
            assertThat(corpus.index().embeddingDue()).isZero();
            assertThat(corpus.near("border")).isEmpty();
        }
    }

    @Test
    void nothingIsEmbeddedTwice() {
        Random random = new Random(11);
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.putRandom(random, 30);
            corpus.indexer().catchUp();
            assertThat(corpus.index().embeddingDue()).isEqualTo(corpus.index().size());
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);
            assertThat(corpus.index().embeddingDue()).isZero();
        }
        assertThat(embedder.embedded()).isNotEmpty().doesNotHaveDuplicates();
        int embedded = embedder.embedded().size();
        List<List<String>> before;
        try (TestCorpus restarted = TestCorpus.open(folder, embedder)) {
            restarted.indexer().rebuild();
            before = restarted.topTen();
            restarted.indexer().rebuild();
            assertThat(restarted.index().embeddingDue()).isZero();
            assertThat(restarted.topTen()).isEqualTo(before);
            restarted.indexer().embedDue(EmbeddingProgress.SILENT);
        }
        try (TestCorpus other = TestCorpus.open(folder.resolve("other"), folder.resolve("vectors.db"), embedder)) {
            other.putRandom(new Random(11), 30);
            other.indexer().catchUp();
            assertThat(other.index().embeddingDue()).isZero();
            assertThat(other.topTen()).isEqualTo(before);
        }
        assertThat(embedder.embedded()).hasSize(embedded);
    }

    @Test
    void interruptedEmbeddingGoesOnWhereItStopped() {
        long seed = System.nanoTime();
        System.out.println("CorpusIndexerTest seed " + seed);
        Random random = new Random(seed);
        AtomicInteger batches = new AtomicInteger(1 + random.nextInt(3));
        embedder.before(texts -> {
            if (batches.getAndDecrement() == 0) {
                throw new CancellationException("interrupted");
            }
        });
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.putRandom(random, 60);
            corpus.indexer().catchUp();
            for (int i = 0; i < 3; i++) {
                batches.set(1 + random.nextInt(3));
                assertThatThrownBy(() -> corpus.indexer().embedDue(EmbeddingProgress.SILENT))
                        .isInstanceOf(CancellationException.class);
                assertCompleteWhereEmbedded(corpus);
            }
        }
        batches.set(-1);
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);

            assertThat(corpus.index().embeddingDue()).isZero();
            assertCompleteWhereEmbedded(corpus);
        }
        assertThat(embedder.embedded()).doesNotHaveDuplicates();
    }

    @Test
    void aPassageSplitOtherwiseIsNotDoneBeforeItsSentencesAre() {
        NewDocument whole = english("a", "The border and the river.");
        NewDocument split = new NewDocument(
                whole.id(),
                whole.details(),
                whole.text(),
                List.of(new PassageOutline(
                        whole.passages().getFirst().span(), List.of(new TextSpan(0, 10), new TextSpan(11, 25)))));
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put(whole);
            corpus.indexer().catchUp();
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);
            corpus.put(split);
            corpus.indexer().catchUp();
            assertThat(corpus.index().embeddingDue()).isEqualTo(1);
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);

            assertThat(corpus.index().embeddingDue()).isZero();
            assertCompleteWhereEmbedded(corpus);
            assertThat(embedder.embedded()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aModelThatCannotBeLoadedLeavesTheWords() {
        embedder.before(texts -> {
            throw new EmbeddingUnavailableException("no native library\nand more", new IllegalStateException());
        });
        List<Integer> told = new ArrayList<>();
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.");
            corpus.indexer().catchUp();
            assertThat(corpus.vectors().available()).isTrue();
            corpus.indexer().embedDue((done, all) -> told.add(done));

            assertThat(corpus.vectors().available()).isFalse();
            assertThat(corpus.find("border")).containsExactly("a@1#0");
            assertThat(corpus.index().embeddingDue()).isEqualTo(1);
            assertThat(told).as("nothing was done").containsOnly(0);
        }
        embedder.before(texts -> {});
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);
            assertThat(corpus.near("border")).containsExactly("a@1#0");
        }
    }

    @Test
    void aDocumentThatChangesWhileItIsEmbeddedIsFoundInItsNewVersionAlone() {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.").put("b", "The border.");
            corpus.indexer().catchUp();
            AtomicInteger batch = new AtomicInteger();
            embedder.before(texts -> {
                if (batch.getAndIncrement() == 0) {
                    corpus.put("a", "The bridge.");
                    corpus.store().remove(new DocumentId("b"));
                    corpus.indexer().catchUp();
                }
            });
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);
            assertThat(corpus.find("border")).isEmpty();
            assertThat(corpus.find("bridge")).containsExactly("a@2#0");
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);

            assertThat(corpus.near("border bridge")).containsExactly("a@2#0");
            assertThat(corpus.index().embeddingDue()).isZero();
        }
    }

    @Test
    void aDocumentThatTheIndexHasNotSeenYetIsNotLostByEmbedding() {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.");
            corpus.indexer().catchUp();
            embedder.before(texts -> {
                if (corpus.store().current(new DocumentId("b")).isEmpty()) {
                    corpus.put("b", "The border.").put("a", "The bridge at the border.");
                }
            });
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);
            corpus.indexer().catchUp();

            assertThat(corpus.find("border")).containsExactlyInAnyOrder("a@2#0", "b@1#0");
        }
    }

    @Test
    void progressGoesUpToTheEnd() {
        List<Integer> told = new ArrayList<>();
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.putRandom(new Random(5), 100);
            corpus.indexer().catchUp();
            int all = corpus.index().embeddingDue();
            corpus.indexer().embedDue((done, of) -> {
                assertThat(of).isEqualTo(all);
                told.add(done);
            });

            assertThat(told).isSorted().startsWith(0).endsWith(all).hasSizeGreaterThan(2);
        }
    }

    @Test
    void vectorsOfOneModelAreNotThoseOfAnother() {
        CountingEmbedder another = new CountingEmbedder("another");
        for (CountingEmbedder model : List.of(embedder, another)) {
            try (TestCorpus corpus = TestCorpus.open(folder, model)) {
                corpus.store().put(english("a", "The border."), Origin.ADDED);
                corpus.indexer().catchUp();
                corpus.indexer().embedDue(EmbeddingProgress.SILENT);
            }
        }
        assertThat(another.embedded()).isEqualTo(embedder.embedded());
    }

    private static void assertCompleteWhereEmbedded(TestCorpus corpus) {
        corpus.store().list().forEach(document -> {
            DocumentVersion version = corpus.store().current(document.id()).orElseThrow();
            var cached = corpus.vectors().cached(version);
            version.passages().stream()
                    .filter(passage -> cached.containsKey(PassageVectors.embeddedText(version, passage)))
                    .forEach(passage -> {
                        List<String> sentences = passage.sentences().stream()
                                .map(sentence -> sentence.in(version.text()))
                                .toList();
                        assertThat(corpus.vectors().known(sentences)).containsOnlyKeys(sentences);
                    });
        });
    }
}
