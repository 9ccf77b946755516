package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.desk.DeskChat.ADA;
import static org.citebot.telegram.desk.DeskChat.BORIS;
import static org.citebot.telegram.desk.DeskChat.OLGA;
import static org.citebot.telegram.desk.DeskChat.STRANGER;
import static org.citebot.telegram.desk.DeskChat.TEXT;
import static org.citebot.telegram.desk.DeskChat.labels;
import static org.citebot.telegram.desk.DeskChat.text;

import java.nio.file.Path;
import java.time.Duration;
import org.citebot.language.Language;
import org.citebot.moderation.Submission;
import org.citebot.telegram.desk.DeskRequest.Change;
import org.citebot.telegram.desk.DeskRequest.Offer;
import org.citebot.telegram.desk.DeskRequest.Proposals;
import org.citebot.telegram.desk.DeskRequest.Revoke;
import org.citebot.telegram.desk.DeskRequest.ShowProposal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalDeskTest {

    @TempDir
    Path folder;

    private DeskChat chat;

    @BeforeEach
    void open() {
        chat = new DeskChat(folder);
    }

    @Test
    void aPreviewTellsWhatWouldBeStored() {
        DeskReply preview = chat.ask(ADA, TEXT);

        assertThat(text(preview))
                .startsWith(
                        "Proposal 1: The town builds bridges\nOutlet: none\nDate: none\nLink: none\nLanguage: English\n")
                .contains("1 passage of evidence\nStatements: 1, by the mayor (1)")
                .contains("Left out as page furniture, 2 lines:\n• The town builds bridges\n• Read also: Ten bridges")
                .contains("It begins: The town builds bridges The council met")
                .endsWith("Brought 2024-05-01 10:00 UTC by Ada.");
        assertThat(labels(preview)).containsExactly("Approve", "Edit", "Reject");
        assertThat(preview.subject()).isEqualTo("proposal:1");
    }

    @Test
    void aModeratorReadsAndWritesInTheirOwnLanguage() {
        chat.speak(Language.UKRAINIAN);
        DeskReply preview = chat.ask(ADA, TEXT);
        assertThat(text(preview))
                .startsWith("Пропозиція 1: The town builds bridges\nДжерело: немає\nДата: немає\n")
                .contains("1 уривок для цитат", "Висловлювання: 1; чиї: ", "Початок: The town builds bridges");
        assertThat(labels(preview)).containsExactly("Схвалити", "Змінити", "Відхилити");
        assertThat(text(chat.say(ADA, new Change(1, "джерело: Міст\nTitle: Bridges"))))
                .startsWith("Пропозиція 1: Bridges\nДжерело: Міст\n");
        chat.speak(Language.POLISH);
        assertThat(text(chat.press(BORIS, chat.say(BORIS, new ShowProposal(1)), "Odrzuć")))
                .isEqualTo("Odrzucono. Tekst usunięto; nic nie dodano.");
        chat.clock.pass(Duration.ofMinutes(3));
        assertThat(text(chat.say(ADA, new ShowProposal(1)))).startsWith("Boris: odrzucono 3 minuty temu.");
        assertThat(text(chat.ask(STRANGER, TEXT))).isEqualTo("To mogą tylko moderatorzy tego bota. Nic nie zrobiono.");
    }

    @Test
    void itWarnsWhereNothingCouldBeQuoted() {
        assertThat(text(chat.ask(ADA, "Subscribe\n"))).contains("Nothing of it could ever be quoted.");
    }

    @Test
    void anApprovalSaysWhatHappenedAndHasNoButtons() {
        DeskReply preview = chat.ask(ADA, TEXT);
        DeskReply approved = chat.press(ADA, preview, "Approve");

        assertThat(text(approved))
                .isEqualTo("Approved: “The town builds bridges”, version 1 of /doc_1. It answers from now on."
                        + " /undo takes it back.");
        assertThat(labels(approved)).isEmpty();
        chat.clock.pass(Duration.ofMinutes(3));
        assertThat(text(chat.press(BORIS, preview, "Reject")))
                .isEqualTo("Ada approved it 3 minutes ago: “The town builds bridges”, version 1 of /doc_1."
                        + " It answers from now on.");
    }

    @Test
    void aRejectionAndAnExpiryAreTold() {
        DeskReply preview = chat.ask(ADA, TEXT);
        assertThat(text(chat.press(BORIS, preview, "Reject"))).startsWith("Rejected. Its text is gone");
        assertThat(text(chat.press(ADA, preview, "Approve"))).startsWith("Boris rejected it just now.");

        DeskReply late = chat.ask(ADA, TEXT);
        chat.clock.pass(Duration.ofDays(15));
        assertThat(text(chat.press(ADA, late, "Approve"))).startsWith("Nobody decided on it for 14 days");
        assertThat(chat.store.list()).isEmpty();
    }

    @Test
    void aNearDuplicateCanBeReplacedByItsNumber() {
        chat.add(ADA, TEXT);
        DeskReply preview = chat.ask(BORIS, TEXT.replace("two bridges", "three bridges"));

        assertThat(text(preview)).containsPattern("• \\d\\d % “The town builds bridges” /doc_1");
        assertThat(text(chat.press(BORIS, preview, "Replace «The town builds bridges»")))
                .startsWith("Approved: “The town builds bridges”, version 2 of /doc_1.");
        assertThat(chat.store.list()).singleElement().matches(document -> document.version() == 2);
    }

    @Test
    void aDocumentRemovedMeanwhileIsNotReplaced() {
        chat.add(ADA, TEXT);
        DeskReply preview = chat.ask(BORIS, TEXT.replace("two bridges", "three bridges"));
        chat.say(ADA, new DeskRequest.Remove("1"));

        DeskReply again = chat.press(BORIS, preview, "Replace");

        assertThat(text(again)).startsWith("That document does not answer any more. Nothing was done; look again.");
        assertThat(labels(again)).containsExactly("Approve", "Edit", "Reject");
    }

    @Test
    void aFileThatNamesAnIdBecomesItsNextVersion() {
        chat.press(ADA, chat.file(ADA, "a.md", "---\nid: bridges\n---\n" + TEXT), "Approve");
        DeskReply preview = chat.file(ADA, "b.md", "---\nid: bridges\n---\n" + TEXT + "More will come in spring.\n");

        assertThat(labels(preview)).contains("Approve as version 2 of «The town builds bridges»");
        assertThat(text(preview)).contains("(/doc_1): approved, it becomes the next version.");
        assertThat(text(chat.press(ADA, preview, "Approve as"))).contains("version 2 of /doc_1");
    }

    @Test
    void theSameTextTwiceIsOneProposalAndOneDocument() {
        chat.ask(ADA, TEXT);
        DeskReply second = chat.ask(BORIS, TEXT);
        assertThat(text(second)).startsWith("The same text waits already. This is the proposal:\n\nProposal 1:");
        chat.press(BORIS, second, "Approve");
        assertThat(text(chat.ask(ADA, TEXT)))
                .isEqualTo("This text is there already: “The town builds bridges” /doc_1. Nothing was added.");
    }

    @Test
    void anOfferHandledAgainAfterADecisionTellsOfIt() {
        Occasion occasion = chat.occasion(ADA);
        DeskReply preview = chat.desk.handle(occasion, new Offer(Submission.text(TEXT)));
        chat.press(BORIS, preview, "Reject");

        DeskReply again = chat.desk.handle(occasion, new Offer(Submission.text(TEXT)));

        assertThat(text(again)).startsWith("Boris rejected it");
        assertThat(text(chat.say(ADA, new Proposals()))).startsWith("Nothing waits for a decision.");
    }

    @Test
    void aReplyChangesOneOrSeveralFieldsAllOrNone() {
        DeskReply preview = chat.ask(ADA, TEXT);
        DeskReply howTo = chat.press(ADA, preview, "Edit");
        assertThat(text(howTo)).contains("\nTitle: The town builds bridges\nOutlet:\nDate:\nLink:");
        assertThat(text(chat.press(ADA, howTo, "‹ Back"))).isEqualTo(text(preview));

        DeskReply edited = chat.say(ADA, new Change(1, "title: Bridges\nOutlet: The Gazette\nDATE: 31.05.2023"));
        assertThat(text(edited)).startsWith("Proposal 1: Bridges\nOutlet: The Gazette\nDate: 2023-05-31\nLink: none");
        assertThat(text(chat.say(ADA, new Change(1, "Outlet:")))).contains("Outlet: none");

        assertThat(text(chat.say(ADA, new Change(1, "Title: New\nDate: soon\nLink: ftp://x"))))
                .isEqualTo("""
                        Date: Write the day as 2024-05-31 or 31.05.2024
                        Link: A link begins with https:// or http:// and names a host
                        Nothing was changed.""");
        assertThat(text(chat.say(ADA, new Change(1, "Make it nicer")))).startsWith("Reply to the preview with lines");
        assertThat(text(chat.say(ADA, new Change(1, "Title: A\nTitle: B")))).contains("• Title: B");
        assertThat(text(chat.say(ADA, new ShowProposal(1)))).startsWith("Proposal 1: Bridges\n");
    }

    @Test
    void whatCannotBeTakenIsToldInTheLanguageOfTheModerator() {
        chat.ask(ADA, TEXT);
        chat.speak(Language.RUSSIAN);

        assertThat(text(chat.file(ADA, "report.pdf", "%PDF-1.7 …")))
                .startsWith("Файл report.pdf – это PDF; Citebot чит");
        assertThat(text(chat.file(ADA, "a.md", "---\npublished: soon\n---\nText.")))
                .isEqualTo("a.md: строка 2: published: 'soon' – не дата; напишите её в виде 2024-01-29;"
                        + " исправьте блок свойств и добавьте файл снова");
        assertThat(text(chat.say(ADA, new Change(1, "Дата: скоро"))))
                .isEqualTo("Напишите день в виде 2024-05-31 или 31.05.2024\nНичего не изменено.");
        assertThat(text(chat.say(ADA, new Change(1, "Дата: 2024-02-30\nСсылка: ftp://x"))))
                .startsWith("Дата: Дня 2024-02-30 не бывает\nСсылка: Ссылка начинается с https://");
    }

    @Test
    void nobodyApprovesWhatWasChangedSinceItWasShown() {
        DeskReply preview = chat.ask(ADA, TEXT);
        chat.say(BORIS, new Change(1, "Title: Something else"));

        DeskReply again = chat.press(ADA, preview, "Approve");

        assertThat(text(again)).startsWith("It was changed since you saw it.").contains("Proposal 1: Something else");
        assertThat(chat.store.list()).isEmpty();
        assertThat(text(chat.press(ADA, again, "Approve"))).startsWith("Approved: “Something else”");
    }

    @Test
    void whoWasDemotedSeesAndDoesNothing() {
        DeskReply preview = chat.ask(ADA, TEXT);
        chat.say(OLGA, new Revoke(ADA));
        for (String label : labels(preview)) {
            assertThat(text(chat.press(ADA, preview, label)))
                    .isEqualTo("Only moderators of this bot can do this. Nothing was done.");
        }
        assertThat(text(chat.ask(STRANGER, TEXT))).startsWith("Only moderators");
        assertThat(text(chat.say(OLGA, new Proposals())))
                .startsWith("1 proposal to decide on:")
                .contains("/proposal_1");
    }

    @Test
    void aStrangersPressInAGroupLeavesTheMessageToTheOthers() {
        Occasion own = chat.occasion(STRANGER);
        Occasion group =
                new Occasion(STRANGER, "Eve", own.key(), own.received(), -5, own.message(), false, own.language());
        assertThat(chat.desk.press(group, "reject:1", null))
                .isEqualTo(PressReply.notice("Only moderators of this bot can do this. Nothing was done."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "approve",
                "approve:1",
                "approve:x:1",
                "approve:-1:00000000",
                "approve:99999999999999999999:0",
                "replace:1:2",
                "docs:0:99999999999",
                "docs:0:10",
                "doc:7:0",
                "doc:1:0:0",
                "revoke:a b",
                "finish:1",
                "drop:x",
                "delete:1"
            })
    void aForgedButtonDoesNothing(String data) {
        assertThat(chat.pressed(OLGA, data, null))
                .isEqualTo(PressReply.notice("This button is too old. Nothing was done."));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, Long.MAX_VALUE})
    void aProposalThatNeverWasIsTold(long id) {
        assertThat(text(chat.say(ADA, new ShowProposal(id)))).startsWith("There is no proposal " + id);
        assertThat(text(chat.say(ADA, new Change(id, "Title: x")))).startsWith("There is no proposal");
    }

    @Test
    void whatCannotBeReadIsToldInALine() {
        assertThat(text(chat.ask(ADA, " \n"))).contains("holds no text").doesNotContain("\n");
        assertThat(text(chat.file(ADA, "a.exe", "MZ\0\0")))
                .contains("a.exe", ".md")
                .doesNotContain("\n");
        assertThat(text(chat.file(ADA, "@evil.com.txt", "\0\0")))
                .contains("zero bytes")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>bold</b> & <a href=\"tg://user?id=1\">x</a>",
                "@someone @another @third",
                "/undo /remove_1 /doc_1",
                "see evil.com or https://evil.com/x?a=b and t.me/evil",
                "\u202Egnp.exe\u2066 #tag $BTC +1 555 123 4567",
                "a@b.com \uD83D\uDC4D\u200D\uFE0F x@evil.org"
            })
    void namesAndTitlesAreWordsAndNothingElse(String hostile) {
        String text = hostile + "\n\n" + TEXT + "\nRead also: " + hostile + "\n" + (hostile + " ").repeat(40);
        DeskReply preview = chat.ask(ADA, text);
        chat.say(ADA, new Change(1, "Outlet: " + hostile.replace(":", "")));
        chat.press(ADA, chat.say(ADA, new ShowProposal(1)), "Edit");
        chat.say(ADA, new Change(1, hostile));
        chat.say(ADA, new Proposals());
        chat.press(ADA, chat.say(ADA, new ShowProposal(1)), "Approve");
        chat.ask(BORIS, text + " And more.");
        chat.say(ADA, new DeskRequest.Docs(hostile));
        chat.say(ADA, new DeskRequest.Docs(""));
        chat.say(ADA, new DeskRequest.Doc(hostile));
        chat.say(ADA, new DeskRequest.Doc("1"));
        chat.say(ADA, new DeskRequest.Remove("1"));
        chat.say(ADA, new DeskRequest.Undo());
        chat.say(OLGA, new DeskRequest.Grant(STRANGER, hostile));
        chat.say(OLGA, new DeskRequest.Members());
        chat.say(OLGA, new Revoke(STRANGER));
        assertThat(text(preview)).doesNotContain("\u202E");
    }
}
