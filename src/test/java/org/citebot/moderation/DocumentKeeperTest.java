package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.moderation.Desk.ANNA;
import static org.citebot.moderation.Desk.BORIS;
import static org.citebot.moderation.Desk.OWNER;
import static org.citebot.moderation.Desk.STRANGER;
import static org.citebot.moderation.Desk.TEXT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentChange.Kind;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentPage;
import org.citebot.corpus.DocumentSummary;
import org.citebot.corpus.Origin;
import org.citebot.corpus.PersonId;
import org.citebot.ingestion.DocumentIngestor;
import org.citebot.ingestion.FolderSync;
import org.citebot.moderation.KeepingResult.Changed;
import org.citebot.moderation.KeepingResult.ChangedSince;
import org.citebot.moderation.KeepingResult.NothingToUndo;
import org.citebot.moderation.KeepingResult.Unchanged;
import org.citebot.moderation.ListResult.Documents;
import org.citebot.moderation.ListResult.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentKeeperTest {

    private static final DocumentId NOWHERE = new DocumentId("nowhere");

    @TempDir
    Path folder;

    private Desk desk;
    private DocumentKeeper keeper;

    @BeforeEach
    void open() {
        desk = Desk.open(folder, new MovingClock());
        keeper = desk.documents();
    }

    private DocumentId addWithThreeVersions() {
        DocumentId id = desk.add(ANNA, TEXT);
        replace(ANNA, id, TEXT + "Second.");
        replace(ANNA, id, TEXT + "Third.");
        return id;
    }

    private void replace(PersonId person, DocumentId id, String text) {
        desk.proposals().replace(person, desk.propose(person, text).id(), id);
    }

    private static DocumentChange changed(KeepingResult result) {
        assertThat(result).isInstanceOf(Changed.class);
        return ((Changed) result).change();
    }

    private DocumentPage page(String words, boolean removed, int offset, int limit) {
        ListResult result = keeper.documents(ANNA, words, removed, offset, limit);
        assertThat(result).isInstanceOf(Documents.class);
        return ((Documents) result).page();
    }

    @Test
    void listsAllDocumentsPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 100; i < 123; i++) {
            desk.add(ANNA, "Number " + i + "\n\nThe text of document " + i + " is of its own kind: " + i * 7 + ".");
            ids.add("number-" + i);
        }
        List<String> seen = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 10) {
            DocumentPage page = page("", false, offset, 10);
            assertThat(page.total()).isEqualTo(23);
            assertThat(page.offset()).isEqualTo(offset);
            page.documents().forEach(document -> seen.add(document.id().value()));
        }
        assertThat(seen).isEqualTo(ids);
        assertThat(page("", false, 50, 10).documents()).isEmpty();
    }

    @Test
    void findsDocumentsByIdTitleAndOutletInAnyCase() {
        desk.proposals()
                .approve(
                        ANNA,
                        desk.propose(ANNA, Submission.post("Мосты и люди\n\n" + TEXT, "Вести", null, null))
                                .id());
        DocumentId other = desk.add(ANNA, TEXT);

        assertThat(page("мосты ВЕСТИ", false, 0, 10).documents())
                .extracting(document -> document.details().title())
                .containsExactly("Мосты и люди");
        assertThat(page("TITLE", false, 0, 10).documents())
                .extracting(document -> document.id())
                .containsExactly(other);
        assertThat(page("title nothing", false, 0, 10).total()).isZero();
        assertThat(page("100% _", false, 0, 10).total()).isZero();
    }

    @Test
    void removedDocumentsAreListedApart() {
        DocumentId id = desk.add(ANNA, TEXT);
        keeper.remove(ANNA, id);

        assertThat(page("", false, 0, 10).total()).isZero();
        assertThat(page("", true, 0, 10).documents())
                .extracting(document -> document.id())
                .containsExactly(id);
    }

    @Test
    void tellsWhoDidWhatToADocument() {
        DocumentId id = desk.add(ANNA, TEXT);
        replace(BORIS, id, TEXT + "Second.");
        keeper.remove(OWNER, id);

        assertThat(keeper.history(ANNA, id)).isInstanceOfSatisfying(History.class, history -> {
            assertThat(history.changes())
                    .extracting(DocumentChange::kind)
                    .containsExactly(Kind.ADDED, Kind.UPDATED, Kind.REMOVED);
            assertThat(history.changes()).extracting(DocumentChange::author).containsExactly(ANNA, BORIS, OWNER);
            assertThat(history.newest().number()).isEqualTo(2);
        });
        assertThat(keeper.history(ANNA, NOWHERE)).isEqualTo(new NoSuchDocument(NOWHERE));
    }

    @Test
    void removesAndBringsBack() {
        DocumentId id = desk.add(ANNA, TEXT);
        String text = desk.text(id);

        assertThat(changed(keeper.remove(BORIS, id)).kind()).isEqualTo(Kind.REMOVED);
        assertThat(desk.store().current(id)).isEmpty();
        assertThat(keeper.remove(BORIS, id)).isEqualTo(new Unchanged());
        assertThat(changed(keeper.restore(BORIS, id)).version()).isEqualTo(1);
        assertThat(desk.text(id)).isEqualTo(text);
        assertThat(keeper.restore(BORIS, id)).isEqualTo(new Unchanged());
        assertThat(keeper.remove(BORIS, NOWHERE)).isEqualTo(new NoSuchDocument(NOWHERE));
        assertThat(keeper.restore(BORIS, NOWHERE)).isEqualTo(new NoSuchDocument(NOWHERE));
    }

    @Test
    void anEarlierVersionComesBackAsANewOne() {
        DocumentId id = addWithThreeVersions();

        DocumentChange change = changed(keeper.restore(BORIS, id, 1));

        assertThat(change.version()).isEqualTo(4);
        assertThat(change.restores()).isEqualTo(1);
        assertThat(change.kind()).isEqualTo(Kind.RESTORED);
        assertThat(desk.text(id))
                .isEqualTo(desk.store().version(id, 1).orElseThrow().text());
        assertThat(keeper.restore(BORIS, id, 4)).isEqualTo(new Unchanged());
        assertThat(keeper.restore(BORIS, id, 5)).isEqualTo(new NoSuchDocument(id));
    }

    @Test
    void anEarlierVersionOfARemovedDocumentAnswersAgain() {
        DocumentId id = addWithThreeVersions();
        keeper.remove(ANNA, id);

        assertThat(changed(keeper.restore(BORIS, id, 2)).version()).isEqualTo(4);
        assertThat(desk.text(id)).contains("Second.");
    }

    @Test
    void undoGoesBackThroughWhatThePersonDid() {
        DocumentId id = addWithThreeVersions();
        keeper.remove(ANNA, id);

        assertThat(changed(keeper.undo(ANNA)).kind()).isEqualTo(Kind.RESTORED);
        assertThat(desk.text(id)).contains("Third.");
        assertThat(changed(keeper.undo(ANNA)).version()).isEqualTo(4);
        assertThat(desk.text(id)).contains("Second.");
        keeper.undo(ANNA);
        assertThat(desk.text(id)).doesNotContain("Second.").doesNotContain("Third.");
        assertThat(changed(keeper.undo(ANNA)).kind()).isEqualTo(Kind.REMOVED);
        assertThat(desk.store().current(id)).isEmpty();
        assertThat(keeper.undo(ANNA)).isEqualTo(new NothingToUndo());
        assertThat(desk.moderation().audit().latest(4))
                .extracting(AuditEntry::action)
                .containsOnly("undo");
    }

    @Test
    void undoLeavesAloneWhatOthersDid() {
        DocumentId id = desk.add(ANNA, TEXT);
        DocumentId other = desk.add(BORIS, "Other\n\nFarmers in the north expect a poor harvest this year.");
        replace(BORIS, id, TEXT + "Second.");

        assertThat(keeper.undo(ANNA)).isInstanceOfSatisfying(ChangedSince.class, since -> {
            assertThat(since.later().author()).isEqualTo(BORIS);
            assertThat(since.later().version()).isEqualTo(2);
        });
        assertThat(desk.text(id)).contains("Second.");
        changed(keeper.undo(BORIS));
        assertThat(desk.store().current(other)).isPresent();
        assertThat(changed(keeper.undo(ANNA)).kind()).isEqualTo(Kind.REMOVED);
        assertThat(keeper.undo(OWNER)).isEqualTo(new NothingToUndo());
    }

    @Test
    void afterAnUndoNewChangesAreUndoneFirst() {
        DocumentId id = addWithThreeVersions();
        keeper.undo(ANNA);
        keeper.restore(ANNA, id, 1);

        keeper.undo(ANNA);

        assertThat(desk.text(id)).contains("Second.");
    }

    @Test
    void whatAPersonDidStaysUntilTheFileHasAnotherContent() throws Exception {
        Path files = Files.createDirectory(folder.resolve("files")).toRealPath();
        Files.writeString(files.resolve("a.txt"), TEXT);
        Files.writeString(files.resolve("b.txt"), "Other\n\nFarmers in the north expect a poor harvest this year.");
        FolderSync sync = new FolderSync(new DocumentIngestor(desk.store()), desk.store(), files, Origin.CORPUS_FOLDER);
        sync.sync(remark -> {});
        DocumentId a = new DocumentId("a");
        DocumentId b = new DocumentId("b");
        keeper.remove(ANNA, a);
        replace(ANNA, b, TEXT);

        sync.sync(remark -> {});
        assertThat(desk.store().current(a)).isEmpty();
        assertThat(desk.text(b)).contains("bridges");

        Files.writeString(files.resolve("a.txt"), TEXT + "Changed.");
        sync.sync(remark -> {});
        assertThat(desk.text(a)).contains("Changed.");
        assertThat(desk.text(b)).contains("bridges");
        assertThat(desk.store().history(a))
                .last()
                .satisfies(change -> assertThat(change.author()).isNull());
    }

    @Test
    void strangersAndTheDemotedDoNothing() {
        DocumentId id = desk.add(ANNA, TEXT);
        desk.moderation().roles().revoke(OWNER, ANNA);

        for (PersonId person : List.of(STRANGER, ANNA)) {
            assertThat(keeper.documents(person, "", false, 0, 10)).isEqualTo(new NotAllowed());
            assertThat(keeper.history(person, id)).isEqualTo(new NotAllowed());
            assertThat(keeper.remove(person, id)).isEqualTo(new NotAllowed());
            assertThat(keeper.restore(person, id)).isEqualTo(new NotAllowed());
            assertThat(keeper.restore(person, id, 1)).isEqualTo(new NotAllowed());
            assertThat(keeper.undo(person)).isEqualTo(new NotAllowed());
        }
        assertThat(desk.store().current(id)).isPresent();
    }

    @Test
    void aRequestThatComesAgainFindsWhatItDid() {
        DocumentId id = addWithThreeVersions();
        DocumentChange removal = changed(keeper.remove(ANNA, id, "a"));
        assertThat(changed(keeper.remove(ANNA, id, "a"))).isEqualTo(removal);
        DocumentChange restoring = changed(keeper.restore(ANNA, id, 1, "b"));
        assertThat(changed(keeper.restore(ANNA, id, 1, "b"))).isEqualTo(restoring);
        DocumentChange undoing = changed(keeper.undo(ANNA, "c"));
        assertThat(changed(keeper.undo(ANNA, "c"))).isEqualTo(undoing);
        assertThat(changed(keeper.undo(ANNA, "d")).undoes()).isEqualTo(removal.number());
        assertThat(keeper.lastChange(ANNA))
                .hasValueSatisfying(last -> assertThat(last.version()).isEqualTo(3));
    }

    @Test
    void whoIsForgottenLeavesNoRequests() {
        DocumentId id = desk.add(ANNA, TEXT);
        keeper.remove(ANNA, id, "a");
        desk.proposals().propose(ANNA, Submission.text("Other words than these."), "b");
        desk.moderation().forget(ANNA);
        int requests = desk.store()
                .read(handle -> handle.createQuery("""
                        SELECT (SELECT count(request) FROM document_change) + (SELECT count(request) FROM proposal)""").mapTo(Integer.class).one());
        assertThat(requests).isZero();
    }

    @Test
    void aDocumentKeepsItsNumber() {
        DocumentId first = addWithThreeVersions();
        DocumentId second = desk.add(BORIS, "Other words than these.");
        assertThat(desk.store().number(first)).contains(1L);
        assertThat(desk.store().number(second)).contains(4L);
        assertThat(desk.store().document(4)).contains(second);
        assertThat(desk.store().document(2)).isEmpty();
        assertThat(page("", false, 0, 10).documents())
                .extracting(DocumentSummary::number)
                .containsExactlyInAnyOrder(1L, 4L);
    }
}
