package org.citebot.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.corpus.TestDocuments.english;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusStoreTest {

    private static final Instant NOW = Instant.parse("2024-05-01T10:00:00.123Z");
    private static final DocumentId A = new DocumentId("a");
    private static final DocumentId B = new DocumentId("b");
    private static final Origin FOLDER = Origin.CORPUS_FOLDER;
    private static final Origin OTHER_FOLDER = Origin.folder(Path.of("/other"));

    @TempDir
    Path directory;

    private CorpusStore store;

    @BeforeEach
    void open() {
        store = reopened();
    }

    private CorpusStore reopened() {
        return CorpusStore.open(directory.resolve("corpus.db"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void givesBackEverythingThatWasStored() {
        DocumentDetails details = new DocumentDetails(
                "“Ток” ’n’ title",
                "Outlet",
                LocalDate.of(2024, 2, 29),
                URI.create("https://example.org/a?b=c#d"),
                Language.BELARUSIAN,
                new DocumentDetails.About("A work", null),
                Map.of("Jane \"J\" Doe", List.of("Ms. Doe", "Доу"), "Nobody", List.of()));
        NewDocument document = new NewDocument(
                A,
                details,
                "Ein 👍🏽 — \"quoted\"\n\n\tsecond\u2028line, third.",
                List.of(
                        new PassageOutline(new TextSpan(0, 10), List.of(new TextSpan(0, 3), new TextSpan(4, 10))),
                        new PassageOutline(new TextSpan(22, 30), List.of(new TextSpan(22, 30)))));

        store.put(document, Origin.ADDED);

        assertThat(reopened().current(A))
                .contains(new DocumentVersion(
                        A,
                        1,
                        details,
                        document.text(),
                        List.of(
                                new Passage(
                                        new PassageId(A, 1, 0),
                                        new TextSpan(0, 10),
                                        List.of(new TextSpan(0, 3), new TextSpan(4, 10))),
                                new Passage(
                                        new PassageId(A, 1, 1), new TextSpan(22, 30), List.of(new TextSpan(22, 30)))),
                        NOW));
        assertThat(reopened().list())
                .containsExactly(new DocumentSummary(
                        1, A, 1, details, Origin.ADDED, document.text().length(), NOW));
    }

    @Test
    void aChangedDocumentIsANewVersionAndEqualContentChangesNothing() {
        assertThat(store.put(english("a", "One."), Origin.ADDED)).isEqualTo(StoredChange.ADDED);
        long before = store.revision();
        assertThat(store.put(english("a", "One."), Origin.ADDED)).isEqualTo(StoredChange.UNCHANGED);
        assertThat(store.revision()).isEqualTo(before);
        assertThat(store.put(english("a", "Two."), Origin.ADDED)).isEqualTo(StoredChange.UPDATED);

        assertThat(version(A).number()).isEqualTo(2);
        assertThat(version(A).text()).isEqualTo("Two.");
        assertThat(store.revision()).isGreaterThan(before);
    }

    @Test
    void otherDetailsOrOtherPassagesAreANewVersionToo() {
        NewDocument plain = english("a", "One. Two.");
        store.put(plain, Origin.ADDED);

        NewDocument otherTitle = TestDocuments.document(
                "a", TestDocuments.details("Another title", Language.ENGLISH, null), plain.text());
        assertThat(store.put(otherTitle, Origin.ADDED)).isEqualTo(StoredChange.UPDATED);
        NewDocument noEvidence = new NewDocument(A, otherTitle.details(), plain.text(), List.of());
        assertThat(store.put(noEvidence, Origin.ADDED)).isEqualTo(StoredChange.UPDATED);
        assertThat(version(A).passages()).isEmpty();
    }

    @Test
    void aRemovedDocumentAnswersNoMoreAndIsRestoredByPuttingItAgain() {
        store.put(english("a", "One."), Origin.ADDED);
        assertThat(store.remove(A)).isTrue();
        assertThat(store.remove(A)).isFalse();
        assertThat(store.remove(B)).isFalse();
        assertThat(store.current(A)).isEmpty();
        assertThat(store.current(List.of(A, B))).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(store.origin(A)).contains(Origin.ADDED);

        assertThat(store.put(english("a", "One."), Origin.ADDED)).isEqualTo(StoredChange.RESTORED);
        assertThat(version(A).number()).isEqualTo(1);
    }

    @Test
    void aDocumentPutByAPersonKeepsItsFolder() {
        put("a", "One.", file("a.txt", "1"));
        store.put(english("a", "Edited."), Origin.ADDED);

        assertThat(store.origin(A)).contains(FOLDER);
    }

    @Test
    void aReaderSeesWhatIsCommittedWhileItIsOpen() {
        store.put(english("a", "One."), Origin.ADDED);
        try (CorpusReader reader = store.reader()) {
            assertThat(reader.current(List.of(A, B))).containsOnlyKeys(A);
            store.remove(A);
            store.put(english("b", "Two."), Origin.ADDED);

            assertThat(reader.current(List.of(A, B))).containsOnlyKeys(B);
            assertThat(reader.current(List.of())).isEmpty();
        }
    }

    @Test
    void whatAPersonRemovedStaysSoUntilTheContentOfTheFileChanges() {
        put("a", "One.", file("a.txt", "1"));
        store.remove(A);

        assertThat(put("a", "One.", file("a.txt", "1"))).isEqualTo(StoredChange.UNCHANGED);
        assertThat(store.current(A)).isEmpty();
        assertThat(put("a", "One.", file("a.txt", "other bytes, same document")))
                .isEqualTo(StoredChange.UNCHANGED);
        assertThat(store.current(A)).isEmpty();
        assertThat(put("a", "Two.", file("a.txt", "2"))).isEqualTo(StoredChange.UPDATED);
        assertThat(version(A).text()).isEqualTo("Two.");
    }

    @Test
    void whatAPersonRemovedStaysSoWhenItsFileIsRenamedAndKeepsItsId() {
        OriginFile before = file("a.txt", "1").becoming(A);
        put("a", "One.", before);
        store.remove(A);
        assertThat(store.forget(FOLDER, before)).isFalse();

        assertThat(put("a", "One.", file("b.txt", "1"))).isEqualTo(StoredChange.UNCHANGED);
        assertThat(store.current(A)).isEmpty();
    }

    @Test
    void whatAPersonRemovedStaysSoWhenItsFileIsRenamedAndGetsAnotherIdByThat() {
        OriginFile before = file("a.txt", "1").becoming(A);
        put("a", "One.", before);
        store.remove(A);
        store.forget(FOLDER, before);

        assertThat(put("b", "One.", file("b.txt", "1"))).isEqualTo(StoredChange.UNCHANGED);
        assertThat(store.list()).isEmpty();
        store.forget(FOLDER, file("b.txt", "1").becoming(B));
        assertThat(put("c", "One.", file("c.txt", "1"))).isEqualTo(StoredChange.UNCHANGED);
        assertThat(store.list()).isEmpty();
        assertThat(put("c", "Two.", file("c.txt", "2"))).isEqualTo(StoredChange.ADDED);
    }

    @Test
    void aCopyBesideTheFileOfARemovedDocumentIsADocumentOfItsOwn() {
        put("a", "One.", file("a.txt", "1"));
        store.remove(A);

        assertThat(put("b", "One.", file("b.txt", "1"))).isEqualTo(StoredChange.ADDED);
    }

    @Test
    void whatAPersonEditedStaysSoOverARenameUntilTheContentOfTheFileChanges() {
        OriginFile before = file("a.txt", "1").becoming(A);
        put("a", "One.", before);
        store.put(english("a", "Edited."), Origin.ADDED);
        store.forget(FOLDER, before);
        assertThat(store.current(A)).isEmpty();

        assertThat(put("a", "One.", file("b.txt", "1"))).isEqualTo(StoredChange.RESTORED);
        assertThat(version(A).text()).isEqualTo("Edited.");
        assertThat(put("a", "Two.", file("b.txt", "2"))).isEqualTo(StoredChange.UPDATED);
        assertThat(version(A).text()).isEqualTo("Two.");
    }

    @Test
    void anIdThatBelongsToAnotherFileOrOriginIsNotTakenOver() {
        put("a", "One.", file("a.txt", "1"));
        store.put(english("b", "Added."), Origin.ADDED);
        long before = store.revision();

        assertThat(store.put(english("a", "Two."), FOLDER, file("a.md", "2").becoming(A)))
                .isEmpty();
        assertThat(store.put(english("b", "Two."), FOLDER, file("b.md", "2").becoming(B)))
                .isEmpty();
        assertThat(store.put(
                        english("a", "Two."), OTHER_FOLDER, file("a.txt", "2").becoming(A)))
                .isEmpty();
        assertThat(store.revision()).isEqualTo(before);
        assertThat(store.files(FOLDER)).containsOnlyKeys("a.txt");
        assertThat(store.files(OTHER_FOLDER)).isEmpty();
        assertThat(version(A).text()).isEqualTo("One.");
    }

    @Test
    void aDocumentWhoseFileMovedToAnotherFolderBelongsThere() {
        OriginFile before = file("a.txt", "1").becoming(A);
        put("a", "One.", before);
        store.forget(FOLDER, before);

        assertThat(store.put(english("a", "One."), OTHER_FOLDER, before)).contains(StoredChange.RESTORED);
        assertThat(store.origin(A)).contains(OTHER_FOLDER);
    }

    @Test
    void aFileThatGetsAnotherIdTakesItsOldDocumentOutOfTheAnswers() {
        put("a", "One.", file("x.txt", "1"));
        put("b", "Two.", file("x.txt", "2"));

        assertThat(store.list()).extracting(DocumentSummary::id).containsExactly(B);
        store.forget(FOLDER, Objects.requireNonNull(store.files(FOLDER).get("x.txt")));
        assertThat(store.list()).isEmpty();
    }

    @Test
    void forgettingAFileLeavesADocumentThatCameFromElsewhere() {
        store.put(english("a", "One."), Origin.ADDED);

        assertThat(store.forget(FOLDER, file("a.txt", "1").becoming(A))).isFalse();
        assertThat(store.current(A)).isPresent();
    }

    @Test
    void tellsWhatChangedSinceARevision() {
        store.put(english("a", "One."), Origin.ADDED);
        store.put(english("b", "One."), Origin.ADDED);
        CorpusChanges all = store.changesSince(0);
        assertThat(all.documents()).containsExactly(A, B);
        assertThat(all.revision()).isEqualTo(store.revision());
        assertThat(store.changesSince(all.revision()).documents()).isEmpty();
        assertThat(store.changesSince(all.revision()).store())
                .isEqualTo(all.store())
                .isNotBlank();

        store.remove(A);
        store.put(english("b", "One."), Origin.ADDED);
        assertThat(store.changesSince(all.revision()).documents()).containsExactly(A);
    }

    @Test
    void everyStoreHasANameOfItsOwnThatLasts() {
        CorpusStore other = CorpusStore.open(directory.resolve("other.db"), Clock.systemUTC());

        assertThat(other.changesSince(0).store())
                .isNotEqualTo(store.changesSince(0).store());
        assertThat(reopened().changesSince(0).store())
                .isEqualTo(store.changesSince(0).store());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text = 'Changed'",
                "passages = '[[0,3,[[0,3]]]]'",
                "passages = '[[0,4]]'",
                "passages = 'x'",
                "title = 'Changed'",
                "source = 'Somebody'",
                "published = '2024-01-01'",
                "speakers = '{}x'",
                "language = 'ru'",
                "added = 'never'",
                "version = 7"
            })
    void aDamagedVersionIsNotServed(String damage) {
        store.put(english("a", "One."), Origin.ADDED);
        Database.open(directory.resolve("corpus.db"), "db/corpus", 1).jdbi().useTransaction(handle -> {
            handle.execute("UPDATE document_version SET " + damage);
            handle.execute("UPDATE document SET version = (SELECT max(version) FROM document_version)");
        });

        assertThatThrownBy(() -> store.current(A))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("a, version");
        assertThatThrownBy(() -> store.current(List.of(A))).isInstanceOf(DamagedStoreException.class);
    }

    @Test
    void passagesThatDoNotFitTheTextAreNeverStored() {
        assertThatThrownBy(() -> new PassageOutline(new TextSpan(0, 5), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PassageOutline(new TextSpan(0, 5), List.of(new TextSpan(4, 6))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new PassageOutline(new TextSpan(0, 5), List.of(new TextSpan(0, 3), new TextSpan(2, 5))))
                .isInstanceOf(IllegalArgumentException.class);
        PassageOutline beyond = new PassageOutline(new TextSpan(0, 5), List.of(new TextSpan(0, 5)));
        assertThatThrownBy(() -> new NewDocument(A, english("a", "x").details(), "four", List.of(beyond)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private DocumentVersion version(DocumentId id) {
        return store.current(id).orElseThrow();
    }

    private StoredChange put(String id, String text, OriginFile file) {
        return store.put(english(id, text), FOLDER, file.becoming(new DocumentId(id)))
                .orElseThrow();
    }

    private static OriginFile file(String path, String content) {
        return OriginFile.seen(path, content.length(), NOW, ContentHash.of(content));
    }

    @Test
    void tellsTheHistoryOfADocument() {
        store.put(
                english("a", "First."),
                FOLDER,
                OriginFile.seen("a.md", 1, NOW, ContentHash.of("1")).becoming(A));
        store.put(english("a", "Second."), Origin.ADDED);
        store.put(english("a", "Second."), Origin.ADDED);
        store.remove(A);
        store.remove(A);

        assertThat(store.restore(A, 1)).contains(StoredChange.UPDATED);
        assertThat(store.restore(A, 1)).contains(StoredChange.UNCHANGED);
        assertThat(store.restore(A, 9)).isEmpty();
        assertThat(store.restore(B, 1)).isEmpty();

        assertThat(store.history(A))
                .extracting(DocumentChange::kind)
                .containsExactly(
                        DocumentChange.Kind.ADDED,
                        DocumentChange.Kind.UPDATED,
                        DocumentChange.Kind.REMOVED,
                        DocumentChange.Kind.RESTORED);
        assertThat(store.history(A)).extracting(DocumentChange::version).containsExactly(1, 2, 2, 3);
        assertThat(store.current(A).orElseThrow().text()).isEqualTo("First.");
        assertThat(store.version(A, 2).orElseThrow().text()).isEqualTo("Second.");
        assertThat(store.history(B)).isEmpty();
    }

    @Test
    void aTransactionThatFailsChangesNothing() {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    transaction.put(english("a", "Text."), Origin.ADDED, new PersonId("anna"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(store.list()).isEmpty();
        assertThat(store.history(A)).isEmpty();
        assertThat(store.revision()).isZero();
    }
}
