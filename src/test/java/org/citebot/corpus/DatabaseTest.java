package org.citebot.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.corpus.TestDocuments.english;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citebot.ChildProcess;
import org.citebot.Project;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path directory;

    @Test
    void everyConnectionIsDurableAndChecked() {
        Database database = Database.open(directory.resolve("corpus.db"), "db/corpus", 1);

        for (int i = 0; i < 3; i++) {
            try (Handle one = database.jdbi().open();
                    Handle other = database.jdbi().open()) {
                for (Handle handle : List.of(one, other)) {
                    assertThat(pragma(handle, "journal_mode")).isEqualTo("wal");
                    assertThat(pragma(handle, "synchronous")).as("FULL").isEqualTo("2");
                    assertThat(pragma(handle, "foreign_keys")).isEqualTo("1");
                    assertThat(pragma(handle, "busy_timeout")).isEqualTo("10000");
                }
            }
        }
    }

    @Test
    void theNewestMigrationIsTheOneThatIsLookedFor() throws IOException {
        for (Map.Entry<String, Integer> newest :
                Map.of("corpus", 5, "telegram", 4, "vectors", 2).entrySet()) {
            try (Stream<Path> migrations =
                    Files.list(Project.root().resolve("src/main/resources/db/" + newest.getKey()))) {
                int number = migrations
                        .mapToInt(file ->
                                Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1")))
                        .max()
                        .orElseThrow();
                assertThat(number)
                        .as("migrations of %s: to be raised with NEWEST_MIGRATION", newest.getKey())
                        .isEqualTo(newest.getValue());
            }
        }
    }

    @Test
    void manyThreadsMayOpenAFreshFileAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path file = directory.resolve("fresh" + round + ".db");
            atOnce(
                    8,
                    number -> CorpusStore.open(file, Clock.systemUTC())
                            .put(english("d" + number, "Text."), Origin.ADDED));

            assertThat(CorpusStore.open(file, Clock.systemUTC()).list()).hasSize(8);
        }
    }

    @Test
    void twoProcessesMayOpenAFreshFileAtOnce() throws Exception {
        Path file = directory.resolve("shared.db");
        List<ChildProcess> children = IntStream.range(0, 2)
                .mapToObj(number -> ChildProcess.start(StoringProcess.class, file.toString(), "p" + number, "20"))
                .toList();
        for (ChildProcess child : children) {
            assertThat(child.waitFor()).as(child.errors()).isZero();
        }

        assertThat(CorpusStore.open(file, Clock.systemUTC()).list()).hasSize(40);
    }

    @Test
    void writersOnOneFileWaitForEachOtherAndLoseNothing() throws Exception {
        Path file = directory.resolve("corpus.db");
        CorpusStore one = CorpusStore.open(file, Clock.systemUTC());
        CorpusStore other = CorpusStore.open(file, Clock.systemUTC());

        atOnce(8, number -> {
            CorpusStore store = number % 2 == 0 ? one : other;
            for (int i = 0; i < 15; i++) {
                store.put(english("d" + number + "-" + i, "Text."), Origin.ADDED);
                store.put(english("shared", "Text " + number + " " + i), Origin.ADDED);
                store.changesSince(0);
            }
            return StoredChange.ADDED;
        });

        assertThat(one.list()).hasSize(8 * 15 + 1);
        assertThat(other.revision()).isEqualTo(2 * 8 * 15);
        assertThat(one.current(new DocumentId("shared")).orElseThrow().number()).isEqualTo(8 * 15);
    }

    @Test
    void readersDoNotWaitForAWriter() {
        CorpusStore store = CorpusStore.open(directory.resolve("corpus.db"), Clock.systemUTC());
        store.put(english("a", "Text."), Origin.ADDED);
        try (Handle writer = Database.open(directory.resolve("corpus.db"), "db/corpus", 1)
                .jdbi()
                .open()) {
            writer.begin();
            writer.execute("UPDATE corpus_state SET revision = 99");

            assertThat(store.changesSince(0).revision()).isEqualTo(1);
            assertThat(store.list()).hasSize(1);
            assertThat(store.extent(DocumentFilter.ALL).documents()).isEqualTo(1);
            writer.rollback();
        }
    }

    @Test
    void oneWhoWritesGoesOnWhileMoreVirtualThreadsThanThereAreCarriersWaitForIt() throws Exception {
        Database database = Database.open(directory.resolve("corpus.db"), "db/corpus", 1);
        CountDownLatch begun = new CountDownLatch(1);
        int waiting = 2 * Runtime.getRuntime().availableProcessors();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            writers.add(executor.submit(() -> database.jdbi().useTransaction(handle -> {
                handle.execute("UPDATE corpus_state SET revision = revision + 1");
                begun.countDown();
                // Gives its carrier away, and needs one again.
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            })));
            begun.await();
            for (int i = 0; i < waiting; i++) {
                Jdbi jdbi = i % 2 == 0 ? database.jdbi() : database.unsynced();
                writers.add(executor.submit(() -> jdbi.useTransaction(
                        handle -> handle.execute("UPDATE corpus_state SET revision = revision + 1"))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(CorpusStore.open(database.file(), Clock.systemUTC()).revision())
                .isEqualTo(1 + waiting);
    }

    @Test
    void aChangeOutsideOfATransactionIsRefused() {
        Database database = Database.open(directory.resolve("corpus.db"), "db/corpus", 1);

        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.execute("update corpus_state SET revision = revision + 1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Changes outside of a transaction: update");
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }

    private static void atOnce(int threads, Task task) throws InterruptedException, ExecutionException {
        // Several stores of one file stand for several processes, none of which has the threads of another.
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<StoredChange>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                tasks.add(() -> task.run(number));
            }
            for (Future<StoredChange> done : executor.invokeAll(tasks)) {
                assertThat(done.get()).isEqualTo(StoredChange.ADDED);
            }
        }
    }

    @FunctionalInterface
    private interface Task {
        StoredChange run(int number);
    }
}
