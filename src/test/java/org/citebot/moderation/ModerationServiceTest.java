package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.moderation.Desk.ANNA;
import static org.citebot.moderation.Desk.BORIS;
import static org.citebot.moderation.Desk.OWNER;
import static org.citebot.moderation.Desk.STRANGER;
import static org.citebot.moderation.Desk.TEXT;
import static org.citebot.moderation.Desk.approved;
import static org.citebot.moderation.Desk.file;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.PersonId;
import org.citebot.corpus.StoredChange;
import org.citebot.language.Language;
import org.citebot.moderation.Closed.State;
import org.citebot.moderation.DecisionResult.Approved;
import org.citebot.moderation.DecisionResult.LookAgain;
import org.citebot.moderation.DecisionResult.Rejected;
import org.citebot.moderation.EditResult.Edited;
import org.citebot.moderation.EditResult.UnusableValues;
import org.citebot.moderation.OpenResult.Open;
import org.citebot.moderation.ProposalResult.AlreadyKnown;
import org.citebot.moderation.ProposalResult.AlreadyProposed;
import org.citebot.moderation.ProposalResult.Proposed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationServiceTest {

    private static final String WITH_ID = "---\nid: bridges\ntitle: Bridges\n---\n" + TEXT;

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private Desk desk;
    private ModerationService service;

    @BeforeEach
    void open() {
        desk = Desk.open(folder, clock);
        service = desk.proposals();
    }

    private String unusable(Submission submission) {
        ProposalResult result = service.propose(ANNA, submission);
        assertThat(result).isInstanceOf(Unusable.class);
        assertThat(service.openProposals(ANNA)).isEqualTo(new ListResult.Proposals(List.of()));
        String message = ((Unusable) result).problem().in(Language.ENGLISH);
        assertThat(message).doesNotContain("\n").isNotBlank();
        return message;
    }

    private Proposal edit(Proposal proposal, DetailField field, String value) {
        EditResult result = service.edit(ANNA, proposal.id(), field, value);
        assertThat(result).isInstanceOf(Edited.class);
        return ((Edited) result).proposal();
    }

    @Test
    void showsWhatADocumentWouldBecome() {
        Proposal proposal = desk.propose(ANNA, file("council.md", """
                ---
                source: The Herald
                published: 2024-04-30
                ---
                # The council decides

                Photo: Jane Doe

                The council met on Monday in the old town hall. It decided to build two bridges over the river.
                """));

        assertThat(proposal.proposer()).isEqualTo(ANNA);
        assertThat(proposal.name()).isEqualTo("council.md");
        assertThat(proposal.details().title()).isEqualTo("The council decides");
        assertThat(proposal.details().source()).isEqualTo("The Herald");
        assertThat(proposal.details().published()).isEqualTo(LocalDate.of(2024, 4, 30));
        assertThat(proposal.details().language()).isEqualTo(Language.ENGLISH);
        assertThat(proposal.passages()).isEqualTo(1);
        assertThat(proposal.leftOut())
                .extracting(span -> span.in(proposal.text()))
                .containsExactly("The council decides", "Photo: Jane Doe");
        assertThat(proposal.similar()).isEmpty();
        assertThat(proposal.replaces()).isNull();
        assertThat(desk.store().list()).isEmpty();
    }

    @Test
    void anApprovedProposalAnswersWithItsAuthor() {
        Proposal proposal = desk.propose(ANNA, TEXT);

        assertThat(service.approve(BORIS, proposal.id()))
                .isEqualTo(new Approved(new DocumentId("a-title"), 1, StoredChange.ADDED));
        assertThat(desk.text(new DocumentId("a-title"))).isEqualTo(proposal.text());
        assertThat(desk.store().history(new DocumentId("a-title")))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.author()).isEqualTo(BORIS);
                    assertThat(change.kind()).isEqualTo(DocumentChange.Kind.ADDED);
                    assertThat(change.at()).isEqualTo(clock.instant());
                });
        assertThat(desk.moderation().audit().latest(2))
                .extracting(AuditEntry::action)
                .containsExactly("approve", "propose");
        assertThat(service.openProposals(ANNA)).isEqualTo(new ListResult.Proposals(List.of()));
    }

    @Test
    void aProposalOutlivesTheProcess() {
        Proposal proposal = desk.propose(ANNA, TEXT);
        edit(proposal, DetailField.OUTLET, "The Herald");

        ModerationService later = Desk.unowned(folder, clock).proposals();

        assertThat(later.proposal(BORIS, proposal.id())).isInstanceOfSatisfying(Open.class, open -> {
            assertThat(open.proposal().text()).isEqualTo(proposal.text());
            assertThat(open.proposal().details().source()).isEqualTo("The Herald");
        });
    }

    @Test
    void whatIsEditedStandsInPlaceOfWhatTheFileSays() {
        Proposal proposal =
                desk.propose(ANNA, file("a.md", "---\nsource: Old\nurl: https://old.example/\n---\n" + TEXT));

        edit(proposal, DetailField.TITLE, "  A \u202Ebetter\u200B\n title ");
        edit(proposal, DetailField.OUTLET, "<b>Herald</b>");
        edit(proposal, DetailField.DATE, "3.4.2024");
        Proposal edited = edit(proposal, DetailField.URL, "");

        assertThat(edited.details().title()).isEqualTo("A better title");
        assertThat(edited.details().source()).isEqualTo("<b>Herald</b>");
        assertThat(edited.details().published()).isEqualTo(LocalDate.of(2024, 4, 3));
        assertThat(edited.details().url()).isNull();
        DocumentId id = approved(service.approve(ANNA, proposal.id()));
        assertThat(desk.store().current(id).map(DocumentVersion::details)).contains(edited.details());
    }

    @ParameterizedTest
    @CsvSource({
        "TITLE, ''",
        "TITLE, ' \u200B '",
        "DATE, yesterday",
        "DATE, 2024-02-30",
        "DATE, 2030-01-01",
        "URL, javascript:alert(1)",
        "URL, https:///nowhere",
        "URL, https://user:password@example.org/",
        "URL, 'not a link'"
    })
    void whatCannotBeMeantIsRefused(DetailField field, String value) {
        Proposal proposal = desk.propose(ANNA, TEXT);

        assertThat(service.edit(ANNA, proposal.id(), field, value)).isInstanceOf(UnusableValues.class);
        assertThat(service.edit(ANNA, proposal.id(), DetailField.OUTLET, "x".repeat(201)))
                .isInstanceOf(UnusableValues.class);
        assertThat(service.proposal(ANNA, proposal.id())).isEqualTo(new Open(proposal));
    }

    @Test
    void aForwardedPostKeepsWhereItComesFrom() {
        Proposal proposal = desk.propose(
                ANNA,
                Submission.post(TEXT, "The \u2066Channel", LocalDate.of(2024, 4, 29), URI.create("https://t.me/c/1")));

        assertThat(proposal.details().source()).isEqualTo("The Channel");
        assertThat(proposal.details().published()).isEqualTo(LocalDate.of(2024, 4, 29));
        assertThat(proposal.details().url()).isEqualTo(URI.create("https://t.me/c/1"));
        assertThat(proposal.details().title()).isEqualTo("A title");
    }

    @Test
    void aCaptionMayBeTheTitle() {
        assertThat(desk.propose(ANNA, file("a.txt", TEXT).titled(" \u200BThe caption\nand more of it"))
                        .details()
                        .title())
                .isEqualTo("The caption");
        assertThat(desk.propose(ANNA, file("b.txt", TEXT + "More.").titled("word ".repeat(100)))
                        .details()
                        .title())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("word…");
        assertThat(desk.propose(ANNA, file("c.txt", TEXT + "Yet more.").titled(" \u200B\n"))
                        .details()
                        .title())
                .isEqualTo("A title");
    }

    @Test
    void badContentIsRefusedInOneLine() {
        byte[] random = new byte[5_000];
        new Random(7).nextBytes(random);
        assertThat(unusable(file("a.txt", ""))).contains("a.txt is empty");
        assertThat(unusable(file("a.txt", " \n\u200B\n***"))).contains("holds no text");
        assertThat(unusable(Submission.text("  "))).contains("holds no text");
        assertThat(unusable(Submission.file("a.txt", random))).contains("a.txt");
        assertThat(unusable(file("a.txt", "%PDF-1.7 and so on"))).contains("is a PDF");
        assertThat(unusable(file("a.md", "PK\u0003\u0004 and so on"))).contains("ZIP");
        assertThat(unusable(file("a.pdf", TEXT))).contains("type");
        assertThat(unusable(file("no ending", TEXT))).contains("type");
        assertThat(unusable(file("a.txt", "<!DOCTYPE html><html><body>" + TEXT)))
                .contains("web page");
        assertThat(unusable(file("a.html", TEXT))).contains("no tags");
        assertThat(unusable(file("a.txt", "{\\rtf1\\ansi " + TEXT))).contains("another program");
        assertThat(unusable(file("a.txt", "<?xml version='1.0'?><a>" + TEXT + "</a>")))
                .contains("XML");
        assertThat(unusable(
                        Submission.file("a.txt", "Zażółć gęślą jaźń".repeat(20).getBytes(Charset.forName("IBM852")))))
                .contains("UTF-8");
        assertThat(unusable(file("a\u202Etxt.\nexe", TEXT))).doesNotContain("\u202E");
    }

    @Test
    void aFileOverTwentyMegabytesIsRefused() {
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'a');

        assertThat(unusable(Submission.file("a.txt", large))).contains("20 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-16"})
    void otherEncodingsThatAreCertainAreRead(String charset) {
        String text = "Совет собрался в понедельник в старой ратуше. Он решил построить два моста через реку.";
        byte[] content = text.getBytes(Charset.forName(charset));

        assertThat(desk.propose(ANNA, Submission.file("a.txt", content)).text()).isEqualTo(text);
    }

    @Test
    void theSameContentTwiceIsNoticed() {
        Proposal first = desk.propose(ANNA, file("a.txt", TEXT));

        assertThat(service.propose(BORIS, file("a copy.txt", TEXT)))
                .isInstanceOfSatisfying(
                        AlreadyProposed.class,
                        result -> assertThat(result.proposal()).isEqualTo(first));
        DocumentId id = approved(service.approve(ANNA, first.id()));
        assertThat(service.propose(BORIS, file("a.txt", TEXT))).isEqualTo(new AlreadyKnown(id, "A title"));
        assertThat(service.propose(BORIS, Submission.text(TEXT))).isEqualTo(new AlreadyKnown(id, "A title"));
    }

    @Test
    void theSameTextWithSomethingNewSaidOfItMayReplace() {
        DocumentId id = desk.add(ANNA, TEXT);

        Proposal proposal = desk.propose(BORIS, Submission.post(TEXT, "The Herald", null, null));

        assertThat(proposal.similar()).containsExactly(new NearDuplicate(id, "A title", 1, true));
        assertThat(service.replace(BORIS, proposal.id(), id)).isEqualTo(new Approved(id, 2, StoredChange.UPDATED));
    }

    @Test
    void aNearDuplicateIsShownAndReplacedUntilThenTheOldAnswers() {
        DocumentId id = desk.add(ANNA, TEXT);
        desk.add(ANNA, "Another subject\n\nFarmers in the north expect a poor harvest because of the long drought.");
        String before = desk.text(id);

        Proposal proposal = desk.propose(BORIS, TEXT.replace("two bridges", "three bridges"));

        assertThat(proposal.similar()).singleElement().satisfies(similar -> {
            assertThat(similar.document()).isEqualTo(id);
            assertThat(similar.similarity()).isBetween(0.5, 0.99);
            assertThat(similar.identical()).isFalse();
        });
        assertThat(desk.text(id)).isEqualTo(before);
        assertThat(service.replace(BORIS, proposal.id(), id)).isEqualTo(new Approved(id, 2, StoredChange.UPDATED));
        assertThat(desk.text(id)).contains("three bridges");
        assertThat(desk.store().version(id, 1).orElseThrow().text()).isEqualTo(before);
    }

    @Test
    void documentsOfOneTitleGetIdsOfTheirOwn() {
        desk.add(ANNA, TEXT);

        assertThat(desk.add(ANNA, "A title\n\nFarmers in the north expect a poor harvest this year."))
                .isEqualTo(new DocumentId("a-title-2"));
        assertThat(desk.add(ANNA, "«Совет» и мосты!\n\nСовет собрался в понедельник в старой ратуше."))
                .isEqualTo(new DocumentId("совет-и-мосты"));
        assertThat(desk.store().list()).hasSize(3);
    }

    @Test
    void aFileThatNamesADocumentReplacesIt() {
        approved(service.approve(ANNA, desk.propose(ANNA, file("a.md", WITH_ID)).id()));

        Proposal next = desk.propose(BORIS, file("a.md", WITH_ID + "One more sentence."));

        assertThat(next.replaces()).isEqualTo(new DocumentId("bridges"));
        assertThat(service.approve(BORIS, next.id()))
                .isEqualTo(new Approved(new DocumentId("bridges"), 2, StoredChange.UPDATED));
    }

    @Test
    void nothingIsReplacedThatWasNotShown() {
        Proposal one = desk.propose(ANNA, file("a.md", WITH_ID));
        Proposal other = desk.propose(BORIS, file("b.md", WITH_ID + "One more sentence."));
        approved(service.approve(ANNA, one.id()));

        assertThat(service.approve(BORIS, other.id()))
                .isInstanceOfSatisfying(
                        LookAgain.class,
                        again -> assertThat(again.proposal().replaces()).isEqualTo(new DocumentId("bridges")));
        assertThat(desk.store().current(new DocumentId("bridges")).orElseThrow().number())
                .isEqualTo(1);
        assertThat(service.approve(BORIS, other.id()))
                .isEqualTo(new Approved(new DocumentId("bridges"), 2, StoredChange.UPDATED));
    }

    @Test
    void aRemovedDocumentIsNotReplaced() {
        DocumentId id = desk.add(ANNA, TEXT);
        Proposal proposal = desk.propose(BORIS, TEXT + "More.");
        desk.documents().remove(ANNA, id);

        assertThat(service.replace(BORIS, proposal.id(), id)).isEqualTo(new NoSuchDocument(id));
        assertThat(service.proposal(BORIS, proposal.id())).isInstanceOf(Open.class);
        assertThat(desk.propose(BORIS, TEXT + "Other.").similar()).isEmpty();
    }

    @Test
    void aRejectedProposalIsDroppedWithItsContent() {
        Proposal proposal = desk.propose(ANNA, TEXT);

        assertThat(service.reject(BORIS, proposal.id())).isEqualTo(new Rejected());
        Closed closed = new Closed(State.REJECTED, BORIS, clock.instant(), null, null);
        assertThat(service.approve(ANNA, proposal.id())).isEqualTo(closed);
        assertThat(service.edit(ANNA, proposal.id(), DetailField.TITLE, "x")).isEqualTo(closed);
        assertThat(service.proposal(ANNA, proposal.id())).isEqualTo(closed);
        assertThat(contentKept(proposal)).isFalse();
        assertThat(desk.propose(ANNA, TEXT).id()).isGreaterThan(proposal.id());
        assertThat(service.approve(ANNA, 99)).isEqualTo(new NoSuchProposal());
    }

    @Test
    void theOriginalOfWhatWasApprovedIsKept() {
        Proposal proposal = desk.propose(ANNA, file("a.txt", "Inv\u200Bisible. " + TEXT));
        service.approve(ANNA, proposal.id());

        byte[] kept = desk.database()
                .withHandle(handle -> ProposalRow.content(handle, proposal.id()))
                .orElseThrow();
        assertThat(new String(kept, StandardCharsets.UTF_8)).startsWith("Inv\u200Bisible");
        assertThat(proposal.text()).startsWith("Invisible");
    }

    @Test
    void aProposalThatNobodyDecidesExpires() {
        Proposal proposal = desk.propose(ANNA, TEXT);
        clock.pass(ModerationService.PROPOSAL_LIFE);
        assertThat(service.proposal(ANNA, proposal.id())).isInstanceOf(Open.class);
        clock.pass(Duration.ofSeconds(1));

        assertThat(service.approve(ANNA, proposal.id()))
                .isEqualTo(new Closed(State.EXPIRED, null, clock.instant(), null, null));
        assertThat(desk.store().list()).isEmpty();
        assertThat(contentKept(proposal)).isFalse();
        assertThat(service.propose(ANNA, Submission.text(TEXT))).isInstanceOf(Proposed.class);
    }

    private boolean contentKept(Proposal proposal) {
        return desk.database()
                .withHandle(handle -> ProposalRow.content(handle, proposal.id()))
                .isPresent();
    }

    @Test
    void ofManyWhoDecideExactlyOneDoesAndTheOthersAreToldWho() throws Exception {
        for (int round = 0; round < 5; round++) {
            Proposal proposal = desk.propose(ANNA, "Round " + round + "\n\n" + TEXT);
            List<Callable<DecisionResult>> decisions = new ArrayList<>();
            for (PersonId person : List.of(ANNA, BORIS, OWNER, ANNA, BORIS)) {
                decisions.add(() -> service.approve(person, proposal.id()));
                decisions.add(() -> service.reject(person, proposal.id()));
            }
            List<DecisionResult> results = atOnce(decisions);

            List<DecisionResult> winners = results.stream()
                    .filter(result -> result instanceof Approved || result instanceof Rejected)
                    .toList();
            assertThat(winners).hasSize(1);
            OpenResult end = service.proposal(ANNA, proposal.id());
            assertThat(results)
                    .filteredOn(result -> !winners.contains(result))
                    .hasSize(9)
                    .containsOnly((Closed) end);
            boolean approved = winners.getFirst() instanceof Approved;
            assertThat(desk.store().find("round-" + round, false, 0, 10).total())
                    .isEqualTo(approved ? 1 : 0);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void lookingAndEditingWhileOthersDecideGivesOneAnswerOrTheOther() throws Exception {
        for (int round = 0; round < 10; round++) {
            Submission submission = Submission.text("Round " + round + "\n\n" + TEXT);
            Proposal proposal = desk.propose(ANNA, submission);
            List<Callable<Object>> tasks = new ArrayList<>();
            tasks.add(() -> service.reject(BORIS, proposal.id()));
            for (int i = 0; i < 3; i++) {
                tasks.add(() -> service.proposal(ANNA, proposal.id()));
                tasks.add(() -> service.edit(ANNA, proposal.id(), DetailField.OUTLET, "The Herald"));
                tasks.add(() -> service.propose(OWNER, submission));
            }
            assertThat(atOnce(tasks))
                    .hasOnlyElementsOfTypes(
                            Rejected.class,
                            Open.class,
                            Closed.class,
                            Edited.class,
                            Proposed.class,
                            AlreadyProposed.class);
        }
    }

    @Test
    void whoWasDemotedBetweenPreviewAndApprovalIsRefused() {
        Proposal proposal = desk.propose(ANNA, TEXT);
        desk.moderation().roles().revoke(OWNER, ANNA);

        assertThat(service.approve(ANNA, proposal.id())).isEqualTo(new NotAllowed());
        assertThat(service.reject(ANNA, proposal.id())).isEqualTo(new NotAllowed());
        assertThat(desk.store().list()).isEmpty();
        assertThat(service.approve(BORIS, proposal.id())).isInstanceOf(Approved.class);
    }

    @Test
    void strangersDoNothing() {
        Proposal proposal = desk.propose(ANNA, TEXT);
        DocumentId id = new DocumentId("a-title");

        assertThat(service.propose(STRANGER, Submission.text("Text."))).isEqualTo(new NotAllowed());
        assertThat(service.proposal(STRANGER, proposal.id())).isEqualTo(new NotAllowed());
        assertThat(service.proposal(STRANGER, 99)).isEqualTo(new NotAllowed());
        assertThat(service.openProposals(STRANGER)).isEqualTo(new NotAllowed());
        assertThat(service.edit(STRANGER, proposal.id(), DetailField.TITLE, "x"))
                .isEqualTo(new NotAllowed());
        assertThat(service.edit(STRANGER, proposal.id(), DetailField.TITLE, "")).isEqualTo(new NotAllowed());
        assertThat(service.approve(STRANGER, proposal.id())).isEqualTo(new NotAllowed());
        assertThat(service.replace(STRANGER, proposal.id(), id)).isEqualTo(new NotAllowed());
        assertThat(service.reject(STRANGER, proposal.id())).isEqualTo(new NotAllowed());
        assertThat(service.proposal(ANNA, proposal.id())).isEqualTo(new Open(proposal));
        assertThat(desk.moderation().audit().pseudonym(STRANGER)).isEmpty();
    }
}
