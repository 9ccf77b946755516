package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citebot.answering.Answer;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.app.TestHome.Run;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.index.Embedder;
import org.citebot.index.VectorCache;
import org.citebot.ingestion.DocumentIngestor;
import org.citebot.language.Language;
import org.citebot.statement.StatementArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One holds the writer, others work beside it. Lucene's lock keeps two of one process apart as it does two processes. */
@Timeout(120)
class TwoProcessesTest {

    private static final String BRIDGE = "Why was the old bridge closed?";
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void oneDocument() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
    }

    @Test
    void whatIsAddedBesideARunningAnswererIsFoundWithinASecond() throws InterruptedException {
        try (Session running = Session.open(home.environment(), null)) {
            running.syncFolder();
            running.syncIndex(true);
            QuestionAnswerer answerer = running.answerer();
            assertThat(answerer.answer(Question.of(BRIDGE, TODAY))).isInstanceOf(Answer.NoEvidence.class);

            long begun = System.nanoTime();
            Run added = home.run(
                    "corpus", "add", home.write("bridge.md", TestHome.BRIDGE).toString());
            assertThat(added.err()).isEmpty();
            awaitAnswer(answerer, begun, "corpus add, until the running answerer found it");
        }
    }

    @Test
    void aReaderSeesWhatTheHolderIndexes() throws InterruptedException {
        try (Session holder = Session.open(home.environment(), null);
                Session reader = Session.open(home.environment(), null)) {
            holder.syncFolder();
            holder.syncIndex(true);
            reader.syncIndex(true);
            assertThat(holder.corpus().index().writable()).isTrue();
            assertThat(reader.corpus().index().writable()).isFalse();
            QuestionAnswerer answerer = reader.answerer();

            long begun = System.nanoTime();
            holder.ingestor().add(home.write("bridge.md", TestHome.BRIDGE));
            awaitAnswer(answerer, begun, "stored, until a reader found it");
        }
    }

    @Test
    void whoComesNextHoldsTheWriter() {
        try (Session reader = Session.open(home.environment(), null)) {
            try (Session holder = Session.open(home.environment(), null)) {
                holder.corpus().index();
                assertThat(reader.corpus().holdWriter(Duration.ofMillis(300))).isFalse();
            }
            assertThat(reader.corpus().holdWriter(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void reindexingBesideAHolderSaysWhatToDo() {
        try (Session holder = Session.open(home.environment(), null)) {
            holder.corpus().index();
            Run run = home.run("corpus", "reindex");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.errLines()).singleElement().asString().contains("Another Citebot", "end it");
        }
    }

    @Test
    void whileAnotherOneEmbedsWordsAreFoundAndVectorsAreWaitedFor() throws Exception {
        SlowEmbedder embedder = new SlowEmbedder();
        CorpusStore store = CorpusStore.open(home.path("data/corpus.db"), TestHome.CLOCK);
        VectorCache vectors = VectorCache.open(home.path("data/vectors.db"));
        Path data = home.path("data");
        DocumentIngestor ingestor = new DocumentIngestor(store);
        ingestor.add(home.path("seeds/pier.md"));
        try (OpenCorpus holder = new OpenCorpus(data, store, new StatementArchive(store), vectors, embedder, null);
                OpenCorpus reader = new OpenCorpus(data, store, new StatementArchive(store), vectors, embedder, null)) {
            try {
                assertThat(holder.catchUp(Duration.ZERO)).isTrue();
                holder.embedInBackground();
                assertThat(embedder.begun.await(30, TimeUnit.SECONDS)).isTrue();

                ingestor.add(home.write("bridge.md", TestHome.BRIDGE));
                assertThat(reader.catchUp(Duration.ofSeconds(10))).isTrue();
                assertThat(reader.retriever()
                                .retrieve(BRIDGE, Language.ENGLISH, DocumentFilter.ALL, 1)
                                .passages())
                        .singleElement()
                        .satisfies(passage ->
                                assertThat(passage.version().document().value()).isEqualTo("bridge"));

                CountDownLatch waiting = new CountDownLatch(3);
                Thread release = Thread.ofPlatform().start(() -> {
                    await(waiting);
                    embedder.free.countDown();
                });
                assertThat(reader.embed((done, all) -> waiting.countDown())).isTrue();
                assertThat(reader.index().embeddingDue()).isZero();
                release.join();
            } finally {
                // Before the holder, which waits for it.
                embedder.close();
            }
        }
    }

    private static void awaitAnswer(QuestionAnswerer answerer, long begun, String what) throws InterruptedException {
        while (!(answerer.answer(Question.of(BRIDGE, TODAY)) instanceof Answer.CitedAnswer)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            Thread.sleep(10);
        }
        System.out.println(
                what + ": " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Embeds nothing before it is freed; every text gets the same vector. */
    private static final class SlowEmbedder implements Embedder {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        @Override
        public String model() {
            return "slow";
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public boolean knows(Language language) {
            return true;
        }

        @Override
        public float[] embedQuestion(String text) {
            return new float[] {1, 0};
        }

        @Override
        public float[] embedPassage(String text) {
            return new float[] {1, 0};
        }

        @Override
        public List<float[]> embedAll(List<String> passages) {
            begun.countDown();
            await(free);
            return passages.stream().map(this::embedPassage).toList();
        }

        @Override
        public void close() {
            free.countDown();
        }
    }
}
