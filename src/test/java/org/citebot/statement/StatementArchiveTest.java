package org.citebot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.Extract;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.TestDocuments;
import org.citebot.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements live and die with the version that they stand in. */
class StatementArchiveTest {

    private static final DocumentId A = new DocumentId("a");
    private static final LocalDate DAY = LocalDate.of(2024, 1, 30);

    @TempDir
    Path folder;

    private CorpusStore store;
    private StatementArchive archive;

    @BeforeEach
    void open() {
        store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        archive = new StatementArchive(store);
    }

    private static NewDocument document(String text) {
        return TestDocuments.document(
                "a",
                new DocumentDetails(
                        "Harbour", "Gazette", DAY, null, Language.ENGLISH, null, Map.of("Ada Quill", List.of("Quill"))),
                text);
    }

    private List<String> said() {
        return archive.stored(store.current(List.of(A))).getOrDefault(A, List.of()).stream()
                .map(found -> found.span().in(store.current(A).orElseThrow().text()))
                .toList();
    }

    @Test
    void whatWasReadOutOfAVersionIsStoredWithItAndReadBackTheSame() {
        NewDocument read = archive.read(document("Quill said on Monday that the pier would open in June."));
        store.put(read, Origin.ADDED);

        assertThat(archive.stored(store.current(List.of(A))).get(A))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.speaker().name()).isEqualTo("Ada Quill");
                    assertThat(one.speaker().words()).isNotNull();
                    assertThat(one.said())
                            .isEqualTo(new DateSaid("Monday", DateSaid.Precision.WEEKDAY, DAY.minusDays(1)));
                    assertThat(one.documentDate()).isEqualTo(DAY);
                    assertThat(one.act()).isEqualTo(SpeechAct.SAY);
                });
        assertThat(said()).containsExactly("the pier would open in June");
    }

    @Test
    void everyVersionHasItsOwnAndAnEarlierOneBringsItsOwnBack() {
        store.put(archive.read(document("Quill said that the pier would open.")), Origin.ADDED);
        store.put(archive.read(document("Quill said that the pier would close.")), Origin.ADDED);
        assertThat(said()).containsExactly("the pier would close");
        store.restore(A, 1);
        assertThat(said()).containsExactly("the pier would open");
        assertThat(archive.renew(10)).as("nothing is left to read").isZero();
        store.remove(A);
        assertThat(archive.stored(store.current(List.of(A)))).isEmpty();
    }

    @Test
    void aChangeThatFailsTakesItsStatementsWithIt() {
        NewDocument read = archive.read(document("Quill said that the pier would open."));
        try {
            store.inTransaction(transaction -> {
                transaction.put(read, Origin.ADDED, null);
                throw new IllegalStateException("cut off");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("cut off");
        }
        assertThat(store.extracts(List.of(A))).isEmpty();
        assertThat(store.current(A)).isEmpty();
    }

    @Test
    void whatNobodyReadIsReadLaterAndRaisesTheRevision() {
        store.put(document("Quill said that the pier would open."), Origin.ADDED);
        assertThat(said()).isEmpty();
        long before = store.revision();
        assertThat(archive.renew(10)).isEqualTo(1);
        assertThat(said()).containsExactly("the pier would open");
        assertThat(store.changesSince(before).documents()).containsExactly(A);
        assertThat(archive.renew(10)).isZero();
    }

    @Test
    void whatOlderRulesReadIsNotServedAndReadAgain() {
        store.put(archive.read(document("Quill said that the pier would open.")), Origin.ADDED);
        store.putExtracts(Map.of(store.current(A).orElseThrow(), new Extract("0", "[]", "[]")));
        assertThat(said()).isEmpty();
        assertThat(archive.renew(10)).isEqualTo(1);
        assertThat(said()).containsExactly("the pier would open");
    }

    @Test
    void aDamagedRowIsNotServedAndIsReadAgain() throws SQLException {
        store.put(archive.read(document("Quill said that the pier would open.")), Origin.ADDED);
        change("UPDATE version_extract SET statements = replace(statements, 'SAY', 'DENY')");
        assertThat(said()).isEmpty();
        archive.sweep();
        assertThat(archive.renew(10)).isEqualTo(1);
        assertThat(said()).containsExactly("the pier would open");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("corpus.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
