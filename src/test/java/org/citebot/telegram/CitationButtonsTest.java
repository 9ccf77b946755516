package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;
import static org.citebot.telegram.BotHarness.GROUP;
import static org.citebot.telegram.SampleLibrary.at;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.citebot.corpus.DocumentVersion;
import org.citebot.telegram.chat.Press;
import org.citebot.telegram.fake.FakeButton;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The buttons below answers: what they show, for how long, and to whom. */
class CitationButtonsTest {

    private static final FakePerson READER = new FakePerson(ADA, "Ada");

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;
    private SampleLibrary library;
    private DocumentVersion ferry;

    @BeforeEach
    void start() {
        harness = new BotHarness(folder);
        server = harness.server;
        library = new SampleLibrary(harness.store);
        ferry = library.ferry();
        harness.answerer.script(question -> SampleLibrary.quote(question, ferry, at(0, 1), at(1, 1)));
        harness.start();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void aTapShowsThePassageWithTheQuoteInBold() {
        FakeMessage answer = ask();

        FakeMessage card = tap(answer, "[2]");

        assertThat(card.replyTo()).isEqualTo(answer.id());
        assertThat(card.text())
                .startsWith("[2] Ferry stops for the winter, The Ferry Gazette, Nov 20, 2026")
                .endsWith("The causeway is narrow. Brandt said that it will be cleared every morning.");
        assertThat(marked(card, "bold")).containsExactly("Brandt said that it will be cleared every morning.");
        assertThat(marked(card, "text_link")).containsExactly("Ferry stops for the winter");
        assertThat(server.messages(ADA)).hasSize(2);
    }

    @Test
    void anotherTapChangesTheCardAndClosingTakesItAway() {
        FakeMessage answer = ask();
        FakeMessage second = tap(answer, "[2]");

        FakeMessage first = tap(second, "[1]");
        assertThat(first.id()).isEqualTo(second.id());
        assertThat(marked(first, "bold")).containsExactly("Ilse Brandt said that ice is early.");
        assertThat(first.keyboard().getFirst()).extracting(FakeButton::label).containsExactly("· 1 ·", "[2]");

        press(first, "Close");
        assertThat(server.messages(ADA)).containsExactly(answer);
    }

    @Test
    void aCardThatSomebodyDeletedComesAgain() {
        FakeMessage answer = ask();
        tap(answer, "[1]");
        server.faults().next("editMessageText", new Fault.Refused(400, "Bad Request: message gone"));
        server.faults().next("editMessageText", new Fault.Refused(400, "Bad Request: message gone"));

        tap(answer, "[1]");

        assertThat(server.messages(ADA)).hasSize(3);
    }

    @Test
    void theButtonsOfOldAnswersWorkAfterARestart() {
        FakeMessage answer = ask();
        harness.stop();
        harness.clock.advance(Duration.ofDays(40));
        TelegramBot.retention(harness.database, harness.clock).expire();
        harness.start();

        FakeMessage card = tap(answer, "[1]");

        assertThat(marked(card, "bold")).containsExactly("Ilse Brandt said that ice is early.");
    }

    @Test
    void aDocumentThatWasRemovedOrChangedSinceSaysSo() {
        FakeMessage answer = ask();
        library.put(SampleLibrary.FERRY, "Ferry stops for the winter", "All is different now.");
        assertThat(tap(answer, "[1]").text())
                .contains("Ilse Brandt said that ice is early.")
                .endsWith("The document has changed since; this is the text as it was cited.");

        harness.store.remove(SampleLibrary.FERRY);
        assertThat(tap(answer, "[1]").text())
                .endsWith("This document was removed from the collection since, so its text is no longer shown.")
                .doesNotContain("ice is early");
    }

    @Test
    void theWholeTextIsLeafedThroughToItsEnd() {
        String[] paragraphs = new String[60];
        for (int i = 0; i < paragraphs.length; i++) {
            paragraphs[i] = "Paragraph " + i + " of the long report. "
                    + "It goes on and on. ".repeat(12).strip();
        }
        ferry = library.put(SampleLibrary.FERRY, "A long report", paragraphs);
        FakeMessage card = tap(ask(), "[1]");

        FakeMessage page = tap(card, "Whole text");
        StringBuilder read = new StringBuilder(page.text());
        while (page.keyboard().toString().contains("Later")) {
            page = tap(page, "Later ›");
            read.append(page.text());
        }

        for (int i = 0; i < paragraphs.length; i++) {
            assertThat(read).contains("Paragraph " + i + " of the long report.");
        }
        assertThat(tap(page, "[1]").text()).startsWith("[1]");
    }

    @Test
    void moreOfTheSpeakerIsAskedAndAnswered() {
        FakeMessage card = tap(ask(), "[2]");

        press(card, "More from Ilse Brandt");

        assertThat(harness.answerer.asked()).endsWith("What did Ilse Brandt say?");
        FakeMessage answer = server.messages(ADA).getLast();
        assertThat(answer.text()).startsWith("What did Ilse Brandt say?\n\nIlse Brandt said");
        assertThat(tap(answer, "[2]").text()).startsWith("[2]");
    }

    @Test
    void inAGroupThereIsOneMessageAndItsCard() {
        server.say(GROUP, "@citebot_test_bot what did Brandt say?");
        harness.awaitQuiet();
        FakeMessage answer = server.messages(GROUP).getLast();
        server.press(GROUP, new FakePerson(77, "Ada"), answer.id(), answer.data("[1]"));
        server.press(GROUP, new FakePerson(78, "Ben"), answer.id(), answer.data("[2]"));
        harness.awaitQuiet();

        assertThat(server.messages(GROUP)).hasSize(2);
        assertThat(server.messages(GROUP).getLast().text()).startsWith("[2]");
    }

    @Test
    void anAnswerIsShownInItsOwnChatAlone() {
        FakeMessage answer = ask();
        server.say(BEN, "What did Ilse Brandt say?");
        harness.awaitQuiet();
        FakeMessage ofBen = server.messages(BEN).getLast();

        server.press(BEN, new FakePerson(BEN, "Ben"), ofBen.id(), answer.data("[1]"));
        harness.awaitQuiet();

        assertThat(server.messages(BEN)).hasSize(1);
        assertThat(server.transcript(BEN)).endsWith("I no longer know what this button was about.)");
    }

    @Test
    void forgedDataDoNothing() {
        FakeMessage answer = ask();
        Random random = new Random(7);
        String[] names = {
            "cite", "more", "text", "page", "read", "vote", "why", "tell", "close", "ask", "speak", "forget"
        };
        for (int i = 0; i < 120; i++) {
            String data = names[random.nextInt(names.length)];
            for (int part = random.nextInt(5); part > 0; part--) {
                data += ":"
                        + (random.nextBoolean()
                                ? random.nextInt(5) + 7
                                : "\u0000x\uD83D\uDE00".charAt(random.nextInt(2)));
            }
            server.press(ADA, READER, answer.id(), data);
            if (i % 20 == 0) {
                harness.awaitQuiet();
            }
        }
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(harness.inState("failed")).isZero();
        assertThat(harness.answerer.asked()).hasSize(1);
    }

    @Test
    void dataAreShortAndMeanWhatTheySay() {
        List<Press> presses = List.of(
                new Press.Cite(999_999_999, 99),
                new Press.Read(999_999_999, 999_999, 99_999, 999_999_999),
                new Press.Vote(12, true),
                new Press.Tell(3),
                new Press.Speak(null),
                new Press.Forget(false));

        assertThat(presses).allSatisfy(press -> {
            assertThat(press.data().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
            assertThat(Press.read(press.data())).contains(press);
        });
    }

    private FakeMessage ask() {
        server.say(ADA, "What did Ilse Brandt say?");
        harness.awaitQuiet();
        return server.messages(ADA).getLast();
    }

    /** Presses a button, and returns the last message of the chat. */
    private FakeMessage tap(FakeMessage message, String label) {
        press(message, label);
        return server.messages(ADA).getLast();
    }

    private void press(FakeMessage message, String label) {
        server.press(ADA, READER, message.id(), message.data(label));
        harness.awaitQuiet();
    }

    private static List<String> marked(FakeMessage message, String type) {
        return message.entities().stream()
                .filter(entity -> entity.type().equals(type))
                .map(entity -> entity.in(message.text()))
                .toList();
    }
}
