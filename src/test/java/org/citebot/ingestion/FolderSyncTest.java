package org.citebot.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentSummary;
import org.citebot.corpus.Origin;
import org.citebot.ingestion.IngestionResult.Added;
import org.citebot.ingestion.IngestionResult.Rejected;
import org.citebot.ingestion.IngestionResult.Restored;
import org.citebot.ingestion.IngestionResult.Unchanged;
import org.citebot.ingestion.IngestionResult.Updated;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderSyncTest {

    private static final DocumentId A = new DocumentId("a");
    private static final DocumentId B = new DocumentId("b");

    @TempDir
    Path directory;

    private final List<String> remarks = new ArrayList<>();
    private Instant clock = Instant.parse("2024-01-01T00:00:00Z");
    private Path folder;
    private CorpusStore store;
    private FolderSync sync;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(directory.resolve("folder")).toRealPath();
        store = CorpusStore.open(directory.resolve("corpus.db"), Clock.systemUTC());
        sync = new FolderSync(new DocumentIngestor(store), store, folder, Origin.CORPUS_FOLDER);
    }

    @Test
    void addsUpdatesRemovesAndRestores() throws IOException {
        write("a.md", "Title\n\nThe first text.");
        write("deep/er/b.txt", "Title\n\nThe second text.");
        assertThat(sync())
                .containsExactly(
                        Map.entry("a.md", new Added(A)),
                        Map.entry("deep/er/b.txt", new Added(new DocumentId("deep/er/b"))));
        assertThat(sync()).isEmpty();

        write("a.md", "Title\n\nAnother text.");
        assertThat(sync()).containsExactly(Map.entry("a.md", new Updated(A)));
        Files.delete(folder.resolve("a.md"));
        assertThat(sync()).isEmpty();
        assertThat(answering()).containsExactly("deep/er/b");

        write("a.md", "Title\n\nAnother text.");
        assertThat(sync()).containsExactly(Map.entry("a.md", new Restored(A)));
        assertThat(remarks).isEmpty();
    }

    @Test
    void aRenamedFileIsTheSameDocumentWhereItNamesItsId() throws IOException {
        write("a.md", "---\nid: a\n---\nTitle\n\nThe text.");
        write("b.md", "Title\n\nThe other text.");
        sync();
        Files.move(folder.resolve("a.md"), folder.resolve("z.md"));
        Files.move(folder.resolve("b.md"), folder.resolve("c.md"));

        assertThat(sync())
                .containsExactly(Map.entry("c.md", new Added(new DocumentId("c"))), Map.entry("z.md", new Restored(A)));
        assertThat(answering()).containsExactly("a", "c");
        assertThat(store.current(A).orElseThrow().number()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatAPersonRemovedStaysSoOverARename(boolean namesItsId) throws IOException {
        String frontMatter = namesItsId ? "---\nid: a\n---\n" : "";
        write("a.md", frontMatter + "Title\n\nThe text.");
        sync();
        store.remove(A);
        Files.setLastModifiedTime(folder.resolve("a.md"), FileTime.from(Instant.parse("2024-02-02T00:00:00Z")));
        sync();
        assertThat(answering()).isEmpty();
        Files.move(folder.resolve("a.md"), folder.resolve("z.md"));
        sync();
        assertThat(answering()).isEmpty();

        write("z.md", frontMatter + "Title\n\nThe text, corrected.");
        sync();
        assertThat(answering()).containsExactly(namesItsId ? "a" : "z");
    }

    @Test
    void filesThatPassTheirIdsAroundKeepThem() throws IOException {
        write("a.md", "---\nid: one\n---\nTitle\n\nText one.");
        write("b.md", "---\nid: two\n---\nTitle\n\nText two.");
        sync();
        write("a.md", "---\nid: two\n---\nTitle\n\nText two.");
        write("b.md", "---\nid: one\n---\nTitle\n\nText one.");
        sync();
        assertThat(remarks).isEmpty();
        assertThat(answering()).containsExactly("one", "two");

        write("a.md", "---\nid: one\n---\nTitle\n\nText one.");
        write("b.md", "---\nid: three\n---\nTitle\n\nText three.");
        sync();
        assertThat(remarks).isEmpty();
        assertThat(answering()).containsExactly("one", "three");
    }

    @Test
    void anUnchangedFileIsNotRead() throws IOException {
        FileTime settled = FileTime.from(clock);
        write("a.md", "Title\n\nThe text.", settled);
        sync();
        // Other bytes under the same size and time stamp: only who reads would notice.
        write("a.md", "Title\n\nThe TEXT.", settled);

        assertThat(sync()).isEmpty();
        assertThat(store.current(A).orElseThrow().text()).contains("The text.");
    }

    @Test
    void aChangeWithinTheSameTimeStampIsNoticed() throws IOException {
        FileTime now = FileTime.from(Instant.now());
        write("a.md", "Title\n\nThe text.", now);
        sync();
        write("a.md", "Title\n\nThe TEXT.", now);

        assertThat(sync()).containsExactly(Map.entry("a.md", new Updated(A)));
    }

    @Test
    void aFileFromTheFutureWritesNothingWhileItIsTheSame() throws IOException {
        write("a.md", "Title\n\nThe text.", FileTime.from(Instant.now().plus(Duration.ofDays(1))));
        sync();
        var seen = store.files(Origin.CORPUS_FOLDER);

        assertThat(sync()).isEmpty();
        assertThat(store.files(Origin.CORPUS_FOLDER)).isEqualTo(seen);
        assertThat(store.revision()).isEqualTo(1);
    }

    @Test
    void everyFileThatCannotBeReadIsNamedInALineOfItsOwnAtEverySync() throws IOException {
        write("good.md", "Title\n\nThe text.");
        write("empty.md", "");
        write("broken.md", "---\npublished: yesterday-ish\nid: [1, 2]\n---\nText.");
        write("unclosed.md", "---\ntitle: \"x\n---\nText.");
        Files.write(folder.resolve("binary.txt"), new byte[] {0, 1, 2, (byte) 0xff, 0, 0, 3});
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.txt").toFile(), "rw")) {
            large.setLength(21L << 20);
        }
        write("x".repeat(120) + "/" + "y".repeat(120) + ".md", "Title\n\nThe text.");
        for (int i = 0; i < 3; i++) {
            Map<String, IngestionResult> results = sync();

            assertThat(answering()).containsExactly("good");
            assertThat(results.values()).filteredOn(Rejected.class::isInstance).hasSize(6);
            assertThat(remarks)
                    .hasSize(6)
                    .allSatisfy(remark -> assertThat(remark).doesNotContain("\n"))
                    .allSatisfy(remark -> assertThat(remark).startsWith(folder.toString()));
            for (String name : List.of("empty.md", "broken.md", "unclosed.md", "binary.txt", "large.txt", "yyy.md")) {
                assertThat(remarks).anySatisfy(remark -> assertThat(remark).contains(name));
            }
        }
    }

    @Test
    void aFileOfAnotherTypeIsLeftOutWithALineAndIsNoFailure() throws IOException {
        write("picture.png", "no picture");
        write("noending", "text");

        assertThat(sync()).isEmpty();
        assertThat(remarks).hasSize(2).anySatisfy(remark -> assertThat(remark).contains("picture.png"));
    }

    @Test
    void aFileThatBreaksLeavesItsLastVersionUntilItIsGone() throws IOException {
        write("a.md", "Title\n\nThe text.");
        sync();
        write("a.md", "---\nid: [1\n---\nTitle\n\nThe text.");
        sync();
        sync();
        assertThat(remarks).hasSize(1);
        assertThat(answering()).containsExactly("a");

        Files.delete(folder.resolve("a.md"));
        sync();
        assertThat(answering()).isEmpty();
        assertThat(remarks).isEmpty();
    }

    @Test
    void aFileThatCannotBeOpenedKeepsItsDocument() throws IOException {
        // A regular file whose first byte nobody may read, not even root.
        Path unreadable = Path.of("/proc/self/mem");
        Assumptions.assumeTrue(Files.isRegularFile(unreadable), "no /proc here");
        write("a.md", "Title\n\nThe text.");
        sync();
        Files.delete(folder.resolve("a.md"));
        Files.createSymbolicLink(folder.resolve("a.md"), unreadable);
        sync();

        assertThat(remarks).singleElement().asString().contains("a.md cannot be read");
        assertThat(answering()).containsExactly("a");
    }

    @Test
    void theSecondFileWithAnIdIsRejectedUntilTheFirstIsGone() throws IOException {
        write("a.md", "---\nid: same\n---\nTitle\n\nThe first.");
        write("b.md", "---\nid: same\n---\nTitle\n\nThe second.");
        for (int i = 0; i < 2; i++) {
            sync();
            assertThat(remarks).singleElement().asString().contains("b.md has the id of another document, same");
        }
        Files.delete(folder.resolve("a.md"));
        sync();

        assertThat(remarks).isEmpty();
        assertThat(store.current(new DocumentId("same")).orElseThrow().text()).contains("The second");
    }

    @Test
    void documentsOfOthersAreLeftAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("b.txt"), "Title\n\nAdded by hand.");
        assertThat(new DocumentIngestor(store).add(file)).isEqualTo(new Added(B));
        write("b.md", "Title\n\nOf the folder.");
        sync();
        assertThat(remarks).singleElement().asString().contains("b.md has the id of another document");
        Files.delete(folder.resolve("b.md"));
        sync();

        assertThat(store.current(B).orElseThrow().text()).contains("Added by hand");
    }

    @Test
    void hiddenFilesAndFoldersAreNotSeen() throws IOException {
        write(".hidden.md", "Title\n\nThe text.");
        write(".git/a.md", "Title\n\nThe text.");
        write("deep/.cache/a.png", "Title\n\nThe text.");

        assertThat(sync()).isEmpty();
        assertThat(remarks).isEmpty();
    }

    @Test
    void linksThatGoInCirclesOrNowhereHurtNobody() throws IOException {
        write("deep/a.md", "Title\n\nThe text.");
        Files.createSymbolicLink(folder.resolve("deep/up"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere.md"), folder.resolve("missing.md"));
        Files.createSymbolicLink(folder.resolve("self.md"), folder.resolve("self.md"));
        write("../outside/b.md", "Title\n\nThe other text.");
        Files.createSymbolicLink(folder.resolve("out"), directory.resolve("outside"));
        sync();

        assertThat(answering()).containsExactly("deep/a", "out/b");
    }

    @Test
    void aFolderThatCannotBeReadChangesNothing() throws IOException {
        write("a.md", "Title\n\nThe text.");
        sync();
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(folder, elsewhere);
        assertThatThrownBy(this::sync).isInstanceOf(UncheckedIOException.class).hasMessageContaining(folder.toString());
        Files.writeString(folder, "a file in its place");
        assertThatThrownBy(this::sync).isInstanceOf(UncheckedIOException.class);
        assertThat(answering()).containsExactly("a");

        Files.delete(folder);
        Files.move(elsewhere, folder);
        assertThat(sync()).isEmpty();
    }

    @Test
    void whatLiesInAFolderThatCouldNotBeReadIsNotGone() {
        FolderListing listing = new FolderListing(Map.of("b.md", folder), List.of("deep"), List.of());

        assertThat(listing.isGone("deep/b.md")).isFalse();
        assertThat(listing.isGone("deeper/b.md")).isTrue();
        assertThat(listing.isGone("a.md")).isTrue();
        assertThat(listing.isGone("b.md")).isFalse();
    }

    @Test
    void aFolderWithinThatCannotBeReadKeepsItsDocuments() throws IOException {
        write("a.md", "Title\n\nThe text.");
        write("deep/b.md", "Title\n\nThe other text.");
        sync();
        Path deep = folder.resolve("deep");
        Assumptions.assumeTrue(deep.toFile().setReadable(false) && !Files.isReadable(deep), "root reads everything");
        Files.delete(folder.resolve("a.md"));
        try {
            sync();
        } finally {
            assertThat(deep.toFile().setReadable(true)).isTrue();
        }

        assertThat(answering()).containsExactly("deep/b");
        assertThat(remarks).singleElement().asString().contains("deep cannot be read");
    }

    @Test
    void aSecondSyncOfManyUnchangedFilesCostsLittle() throws IOException {
        for (int i = 0; i < 500; i++) {
            write("d" + i + ".md", "Title " + i + "\n\nThe text of document " + i + ". It has two sentences.");
        }
        Duration first = time();
        assertThat(answering()).hasSize(500);
        Duration second = time();

        assertThat(second).isLessThan(first.dividedBy(5));
    }

    private Duration time() {
        long start = System.nanoTime();
        sync();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void addingAFileByItselfSaysWhatBecameOfIt() throws IOException {
        DocumentIngestor ingestor = new DocumentIngestor(store);
        Path file = Files.writeString(directory.resolve("a.txt"), "Title\n\nThe text.");
        assertThat(ingestor.add(file)).isEqualTo(new Added(A));
        assertThat(ingestor.add(file)).isEqualTo(new Unchanged(A));
        store.remove(A);
        assertThat(ingestor.add(file)).isEqualTo(new Restored(A));
        Files.writeString(file, "Title\n\nAnother text.");
        assertThat(ingestor.add(file)).isEqualTo(new Updated(A));

        Path longName = Files.writeString(directory.resolve("x".repeat(240) + ".txt"), "Title\n\nThe text.");
        assertThat(ingestor.add(longName))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("xxx.txt", "front matter"));
        Path blank = Files.writeString(directory.resolve(" .txt"), "Title\n\nThe text.");
        assertThat(ingestor.add(blank)).isInstanceOf(Rejected.class);
        assertThat(ingestor.add(directory.resolve("missing.txt"))).isInstanceOf(Rejected.class);
        assertThat(ingestor.add(directory)).isInstanceOf(Rejected.class);
        assertThat(answering()).containsExactly("a");
    }

    private Map<String, IngestionResult> sync() {
        remarks.clear();
        return sync.sync(remarks::add);
    }

    private List<String> answering() {
        return store.list().stream()
                .map(DocumentSummary::id)
                .map(DocumentId::value)
                .toList();
    }

    /** Long settled, and later than what was written before. */
    private void write(String name, String text) throws IOException {
        clock = clock.plusSeconds(1);
        write(name, text, FileTime.from(clock));
    }

    private void write(String name, String text, FileTime modified) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, modified);
    }
}
