package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.desk.DeskChat.ADA;
import static org.citebot.telegram.desk.DeskChat.BORIS;
import static org.citebot.telegram.desk.DeskChat.STRANGER;
import static org.citebot.telegram.desk.DeskChat.TEXT;
import static org.citebot.telegram.desk.DeskChat.labels;
import static org.citebot.telegram.desk.DeskChat.text;

import java.nio.file.Path;
import org.citebot.corpus.DocumentId;
import org.citebot.telegram.desk.DeskRequest.Doc;
import org.citebot.telegram.desk.DeskRequest.Docs;
import org.citebot.telegram.desk.DeskRequest.Remove;
import org.citebot.telegram.desk.DeskRequest.Restore;
import org.citebot.telegram.desk.DeskRequest.Undo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentDeskTest {

    @TempDir
    Path folder;

    private DeskChat chat;

    @BeforeEach
    void open() {
        chat = new DeskChat(folder);
    }

    private void addMany(int count) {
        for (int i = 1; i <= count; i++) {
            chat.add(
                    ADA, "Report " + (100 + i) + "\n\nThe figure of day " + i + " was " + i * 37 + ", said the clerk.");
        }
    }

    @Test
    void theListIsLeafedThroughWithItsWords() {
        addMany(12);
        chat.add(ADA, TEXT);

        DeskReply first = chat.say(ADA, new Docs("report"));
        assertThat(text(first)).startsWith("12 documents with “report”, 1 to 10:\n\nReport 101\nversion 1 /doc_1\n");
        assertThat(labels(first)).containsExactly("Later ›", "Removed");
        DeskReply second = chat.press(ADA, first, "Later ›");
        assertThat(text(second))
                .startsWith("12 documents with “report”, 11 to 12:")
                .contains("/doc_12");
        assertThat(text(chat.press(ADA, second, "‹ Earlier"))).isEqualTo(text(first));
        assertThat(text(chat.say(ADA, new Docs("")))).startsWith("13 documents, 1 to 10:");
        assertThat(text(chat.say(ADA, new Docs("submarine")))).isEqualTo("0 documents with “submarine”.");
    }

    @Test
    void removedOnesAreBehindAButton() {
        addMany(2);
        chat.say(ADA, new Remove("2"));
        DeskReply answering = chat.say(ADA, new Docs(""));
        DeskReply removed = chat.press(ADA, answering, "Removed");
        assertThat(text(removed)).isEqualTo("1 removed document:\n\nReport 102\nversion 1 /doc_2");
        assertThat(text(chat.press(ADA, removed, "Those that answer"))).startsWith("1 document:\n\nReport 101");
    }

    @Test
    void aDocumentIsMeantByNumberByIdOrByWords() {
        addMany(2);
        String shown = text(chat.say(ADA, new Doc("2")));
        assertThat(shown).startsWith("Report 102\nEnglish, ").contains("Number 2, id report-102");
        for (String reference : new String[] {"#2", " 2 ", "report-102", "102"}) {
            assertThat(text(chat.say(ADA, new Doc(reference)))).isEqualTo(shown);
        }
        assertThat(text(chat.say(ADA, new Doc("report"))))
                .isEqualTo("Several documents have “report”. Nothing was done; say it again with the number of the one"
                        + " you mean:\n• 1: Report 101 /doc_1\n• 2: Report 102 /doc_2");
        assertThat(text(chat.say(ADA, new Remove("nothing like it")))).startsWith("There is no document “nothing");
        assertThat(text(chat.say(ADA, new Remove("x".repeat(5000))))).startsWith("There is no document “xxx");
        assertThat(text(chat.say(ADA, new Remove("#99")))).startsWith("There is no document “#99”");
        assertThat(text(chat.say(ADA, new Remove(" ")))).startsWith("Which document?");
        assertThat(chat.store.list()).hasSize(2);
    }

    @Test
    void removingBringingBackAndTakingBackHappenOnceForARequest() {
        chat.add(ADA, TEXT);
        chat.press(ADA, chat.ask(ADA, TEXT.replace("two", "three")), "Replace");

        assertThat(text(chat.say(ADA, new Remove("1"))))
                .isEqualTo("“The town builds bridges” does not answer any more. /restore_1 brings it back.");
        assertThat(text(chat.say(ADA, new Remove("1")))).isEqualTo("It is removed already. Nothing was done.");
        assertThat(text(chat.say(ADA, new Restore("1", null))))
                .isEqualTo("“The town builds bridges” answers again, as version 2. /doc_1 shows it.");
        assertThat(text(chat.say(ADA, new Restore("1", 1))))
                .isEqualTo("“The town builds bridges” answers as in version 1 again; this is now version 3."
                        + " /doc_1 shows all.");
        assertThat(text(chat.say(ADA, new Restore("1", 9)))).isEqualTo("There is no such version. /doc_1 lists them.");
        // Version 1, version 2, removed, brought back, version 3: one step back, though handled twice.
        assertThat(text(chat.say(ADA, new Undo())))
                .isEqualTo("Taken back. “The town builds bridges” answers as in version 2 again; this is now version 4."
                        + " /doc_1 shows all.");
        assertThat(chat.store.history(chat.store.document(1).orElseThrow())).hasSize(6);
        assertThat(text(chat.say(BORIS, new Undo())))
                .isEqualTo("You have changed no document, or have taken it all back. Nothing was done.");
    }

    @Test
    void whatOthersChangedSinceIsNotTakenBack() {
        chat.add(ADA, TEXT);
        chat.press(BORIS, chat.ask(BORIS, TEXT.replace("two", "three")), "Replace");
        assertThat(text(chat.say(ADA, new Undo())))
                .isEqualTo("Your last change was to “The town builds bridges”, which was changed since"
                        + " (2024-05-01 10:00 UTC, Boris). Nothing was done. /doc_1 shows the versions to go back to.");
    }

    @Test
    void theHistoryTellsWhoDidWhatAndGoesOnByAButton() {
        chat.add(ADA, TEXT);
        for (int i = 0; i < 12; i++) {
            chat.say(BORIS, new Remove("1"));
            chat.say(BORIS, new Restore("1", null));
        }
        DeskReply newest = chat.say(ADA, new Doc("1"));
        assertThat(text(newest))
                .contains("It answers. /remove_1 takes it out.")
                .contains("Version 1 restored, 2024-05-01 10:00 UTC, Boris")
                .endsWith("… and 5 earlier");
        DeskReply earlier = chat.press(ADA, newest, "Later ›");
        assertThat(text(earlier)).endsWith("Version 1 added, 2024-05-01 10:00 UTC, Ada");
        assertThat(labels(earlier)).containsExactly("‹ Earlier");
    }

    @Test
    void earlierVersionsAreATapAway() {
        chat.add(ADA, TEXT);
        chat.press(ADA, chat.ask(ADA, TEXT.replace("two", "three")), "Replace");
        assertThat(text(chat.say(ADA, new Doc("1"))))
                .contains("Version 2 updated, 2024-05-01 10:00 UTC, Ada\nVersion 1 added, 2024-05-01 10:00 UTC, Ada"
                        + " /restore_1_1");
        chat.say(ADA, new Remove("1"));
        assertThat(text(chat.say(ADA, new Doc("1"))))
                .contains("It was removed and does not answer. /restore_1 brings it back.")
                .contains("/restore_1_2");
    }

    @Test
    void whoIsForgottenIsNamedNowhere() {
        chat.add(ADA, TEXT);
        chat.moderation.forget(ADA);
        chat.desk.forget(ADA);
        assertThat(text(chat.say(BORIS, new Doc("1")))).doesNotContain("Ada").contains("folder or command line");
    }

    @Test
    void strangersAreToldNothing() {
        chat.add(ADA, TEXT);
        for (DeskRequest request : new DeskRequest[] {
            new Docs(""), new Doc("1"), new Remove("1"), new Restore("1", 1), new Undo(), new DeskRequest.Collect("")
        }) {
            assertThat(text(chat.say(STRANGER, request)))
                    .isEqualTo("Only moderators of this bot can do this. Nothing was done.");
        }
        assertThat(chat.store.current(new DocumentId("the-town-builds-bridges")))
                .isPresent();
    }
}
