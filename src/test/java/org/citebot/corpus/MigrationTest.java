package org.citebot.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.corpus.TestDocuments.english;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.citebot.corpus.DocumentChange.Kind;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that were stored before a migration are the same after it. */
class MigrationTest {

    private static final Instant FIRST = Instant.parse("2024-01-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-01-02T10:00:00Z");
    private static final DocumentId A = new DocumentId("a");
    private static final DocumentId B = new DocumentId("b");

    @TempDir
    Path folder;

    private CorpusStore migrated;

    @BeforeEach
    void migrateAStoreThatKeptNoHistory() {
        Path newest = folder.resolve("newest.db");
        CorpusStore first = CorpusStore.open(newest, Clock.fixed(FIRST, ZoneOffset.UTC));
        first.put(english("b", "The bridge."), Origin.ADDED);
        first.put(english("a", "The pier."), Origin.ADDED);
        CorpusStore.open(newest, Clock.fixed(SECOND, ZoneOffset.UTC)).put(english("a", "The new pier."), Origin.ADDED);
        first.remove(B);
        Path old = folder.resolve("old.db");
        OldDatabase.make(old, "db/corpus", newest, MigrationTest::copy);
        migrated = CorpusStore.open(old, Clock.fixed(SECOND, ZoneOffset.UTC));
    }

    /** The columns that a store had at first, in a store that has no others. */
    private static void copy(Handle handle) {
        for (String table : List.of("document", "document_version")) {
            String columns = String.join(", ", columns(handle, table));
            handle.execute(
                    "INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM newest." + table);
        }
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("SELECT name FROM pragma_table_info('" + table + "', 'main')")
                .mapTo(String.class)
                .list();
    }

    @Test
    void everyVersionBecomesAChange() {
        assertThat(migrated.history(A))
                .extracting(DocumentChange::version, DocumentChange::kind, DocumentChange::at, DocumentChange::author)
                .containsExactly(Tuple.tuple(1, Kind.ADDED, FIRST, null), Tuple.tuple(2, Kind.UPDATED, SECOND, null));
        assertThat(migrated.history(B))
                .extracting(DocumentChange::version, DocumentChange::kind)
                .containsExactly(Tuple.tuple(1, Kind.ADDED));
    }

    @Test
    void changesAreInTheOrderInWhichTheyWereMade() {
        assertThat(List.of(
                        migrated.history(A).getFirst(),
                        migrated.history(B).getFirst(),
                        migrated.history(A).getLast()))
                .isSortedAccordingTo((one, other) -> Long.compare(one.number(), other.number()));
    }

    @Test
    void documentsAreAsTheyWereAndTheirHistoryGoesOn() {
        assertThat(migrated.current(A).orElseThrow().text()).isEqualTo("The new pier.");
        assertThat(migrated.current(B)).isEmpty();
        migrated.put(english("a", "The newest pier."), Origin.ADDED);
        migrated.restore(B, 1);

        assertThat(migrated.history(A).getLast().version()).isEqualTo(3);
        assertThat(migrated.history(B).getLast().kind()).isEqualTo(Kind.RESTORED);
        assertThat(migrated.current(B).orElseThrow().text()).isEqualTo("The bridge.");
    }
}
