package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.desk.DeskChat.ADA;
import static org.citebot.telegram.desk.DeskChat.BORIS;
import static org.citebot.telegram.desk.DeskChat.labels;
import static org.citebot.telegram.desk.DeskChat.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.citebot.telegram.desk.DeskRequest.Collect;
import org.citebot.telegram.desk.DeskRequest.CollectedPart;
import org.citebot.telegram.desk.DeskRequest.Proposals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasteDeskTest {

    private static final String FIRST =
            "Bridges\n\n" + "The council met on Monday in the hall. ".repeat(95) + "It said that";
    private static final String SECOND = "two bridges would be built before winter.";

    @TempDir
    Path folder;

    private DeskChat chat;

    @BeforeEach
    void open() {
        chat = new DeskChat(folder);
    }

    private DeskReply part(String text) {
        Occasion occasion = chat.occasion(ADA);
        assertThat(chat.desk.collects(occasion)).isTrue();
        return chat.say(occasion, new CollectedPart(occasion.message(), text));
    }

    @Test
    void aTextThatTelegramCutBecomesOneProposal() {
        DeskReply first = chat.say(ADA, new Collect(FIRST));
        assertThat(text(first))
                .isEqualTo("1 part, 3,726 characters so far. Send the next part, or press “That is all”.");
        DeskReply second = part(SECOND);
        assertThat(text(second)).startsWith("2 parts, 3,767 characters so far. If this was the end");
        assertThat(labels(second)).containsExactly("That is all", "Drop it");

        assertThat(text(chat.press(ADA, first, "That is all"))).startsWith("Proposal 1: Bridges\n");
        assertThat(chat.desk.collects(chat.occasion(ADA))).isFalse();
        assertThat(chat.pressed(ADA, DeskChat.button(second, "That is all").data(), null)
                        .notice())
                .isEqualTo("This button is too old. Nothing was done.");
        chat.press(ADA, chat.say(ADA, new DeskRequest.ShowProposal(1)), "Approve");
        assertThat(chat.store
                        .current(chat.store.document(1).orElseThrow())
                        .orElseThrow()
                        .text())
                .contains("It said that two bridges would be built");
    }

    @Test
    void anEditedPartTakesThePlaceOfItself() {
        chat.say(ADA, new Collect(""));
        Occasion occasion = chat.occasion(ADA);
        chat.say(occasion, new CollectedPart(occasion.message(), "Bridgs"));
        assertThat(text(chat.say(ADA, new CollectedPart(occasion.message(), "Bridges"))))
                .startsWith("1 part, 7 characters so far.");
    }

    @Test
    void partsGoOnWithinASentenceOrBeginAParagraph() {
        assertThat(PasteDesk.join(List.of("It ends.", "It goes", "on “here.”", "New")))
                .isEqualTo("It ends.\n\nIt goes on “here.”\n\nNew");
    }

    @Test
    void whatIsDroppedOrEmptyBecomesNothing() {
        DeskReply begun = chat.say(ADA, new Collect(" "));
        assertThat(labels(begun)).containsExactly("Drop it");
        assertThat(text(chat.press(ADA, begun, "Drop it"))).isEqualTo("Dropped. Nothing was added.");
        assertThat(chat.desk.collects(chat.occasion(ADA))).isFalse();

        chat.say(ADA, new Collect(""));
        DeskReply blank = part("\u200B");
        assertThat(text(chat.press(ADA, blank, "That is all"))).contains("holds no text");
        assertThat(chat.desk.collects(chat.occasion(ADA))).isTrue();
        assertThat(text(chat.say(ADA, new Proposals()))).startsWith("Nothing waits");
    }

    @Test
    void afterAnHourATextIsVoidAndThatIsSaidOnce() {
        DeskReply begun = chat.say(ADA, new Collect(FIRST));
        chat.clock.pass(Duration.ofMinutes(59));
        part(SECOND);
        chat.clock.pass(Duration.ofMinutes(61));
        assertThat(text(part("What did the mayor say?"))).contains("more than an hour and is void");
        assertThat(chat.desk.collects(chat.occasion(ADA))).isFalse();
        assertThat(chat.pressed(ADA, DeskChat.button(begun, "That is all").data(), null)
                        .notice())
                .isEqualTo("This button is too old. Nothing was done.");

        DeskReply other = chat.say(ADA, new Collect(FIRST));
        chat.clock.pass(Duration.ofMinutes(61));
        assertThat(chat.pressed(ADA, DeskChat.button(other, "That is all").data(), null)
                        .message())
                .satisfies(message -> assertThat(text(message)).contains("is void"));
    }

    @Test
    void aNewTextTakesThePlaceOfTheOneBefore() {
        chat.say(ADA, new Collect(FIRST));
        part(SECOND);
        assertThat(text(chat.say(ADA, new Collect("Other"))))
                .startsWith("What you had sent before (2 parts) was dropped. 1 part, 5 characters so far.");
    }

    @Test
    void thereIsALimit() {
        chat.say(ADA, new Collect("x".repeat(2_000_000)));
        assertThat(text(part("y".repeat(200_000))))
                .startsWith("This does not fit: a text has at most 2 MB. So far: 1 part");
    }

    @Test
    void everybodyHasATextOfTheirOwn() {
        DeskReply begun = chat.say(ADA, new Collect(FIRST));
        assertThat(chat.desk.collects(chat.occasion(BORIS))).isFalse();
        assertThat(chat.pressed(BORIS, DeskChat.button(begun, "Drop it").data(), null)
                        .notice())
                .isEqualTo("This button is too old. Nothing was done.");
        chat.desk.forget(ADA);
        assertThat(chat.desk.collects(chat.occasion(ADA))).isFalse();
    }
}
