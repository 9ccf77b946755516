package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;
import static org.citebot.telegram.BotHarness.GROUP;
import static org.citebot.telegram.SampleLibrary.at;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citebot.FaultReport;
import org.citebot.corpus.DocumentVersion;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of people, for how long, and that it can be erased. */
@Tag("faults")
class PrivacyTest {

    private static final FakePerson EVA = new FakePerson(ADA, "Evangelista-Canary", "eva_canary_name", false);
    private static final FakePerson BEN_HIMSELF = new FakePerson(BEN, "Benjamin-Kept");
    private static final List<String> OF_EVA =
            List.of("Evangelista-Canary", "eva_canary_name", "telegram:" + ADA, "zyzzyva-canary", "quokka-canary");

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;

    @BeforeEach
    void start() {
        harness = new BotHarness(folder);
        server = harness.server;
        DocumentVersion ferry = new SampleLibrary(harness.store).ferry();
        harness.answerer.script(question -> SampleLibrary.quote(question, ferry, at(0, 1)));
        harness.start();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void afterForgetNoByteIsLeft() throws IOException {
        harness.own(ADA);
        say(ADA, EVA, "What did Brandt say about the zyzzyva-canary?");
        say(GROUP, EVA, "@citebot_test_bot what of the quokka-canary?");
        say(ADA, EVA, "/add pasted quokka-canary text of mine");
        say(BEN, BEN_HIMSELF, "What did Brandt say about the wombat-kept?");
        FakeMessage inGroup = server.messages(GROUP).getLast();
        server.press(GROUP, EVA, inGroup.id(), inGroup.data("👍"));
        harness.awaitQuiet();
        assertThat(found(OF_EVA)).as("the scan finds what is there").hasSize(OF_EVA.size());

        say(ADA, EVA, "/forget");
        FakeMessage question = server.messages(ADA).getLast();
        assertThat(question.text()).contains("your role goes too");
        server.press(ADA, EVA, question.id(), question.data("Erase everything"));
        harness.awaitQuiet();

        assertThat(server.messages(ADA).getLast().text()).startsWith("Done.");
        // What a person brought stays, see Moderation#forget: the proposal that nobody decided, without its proposer.
        List<String> left = found(OF_EVA);
        left.remove("quokka-canary");
        assertThat(left).isEmpty();
        assertThat(found(List.of("wombat-kept", "Benjamin-Kept"))).hasSize(2);
        assertThat(harness.moderation.roles().of(Sender.person(ADA))).isEmpty();
        FaultReport.note("R51", "/forget of somebody with a role, then a byte scan of all files", "0 bytes left");
    }

    @Test
    void whoThinksBetterOfItKeepsAll() {
        say(ADA, EVA, "/forget");
        FakeMessage question = server.messages(ADA).getLast();
        server.press(ADA, EVA, question.id(), question.data("Keep it"));
        harness.awaitQuiet();

        assertThat(server.messages(ADA).getLast().text()).isEqualTo("Nothing was erased.");
    }

    @Test
    void inAGroupForgettingIsDoneInPrivate() {
        say(GROUP, EVA, "/forget@citebot_test_bot");

        assertThat(server.messages(GROUP).getLast().text()).contains("private chat");
    }

    @Test
    void questionsGoAfterThirtyDaysAndContextsAfterOne() throws IOException {
        say(ADA, EVA, "What did Brandt say about the zyzzyva-canary?");
        FakeMessage answer = server.messages(ADA).getLast();
        server.press(ADA, EVA, answer.id(), answer.data("👍"));
        harness.awaitQuiet();

        harness.clock.advance(Duration.ofHours(25));
        expire();
        assertThat(count("turn")).isZero();
        assertThat(count("answer WHERE question IS NOT NULL")).isOne();

        harness.clock.advance(Duration.ofDays(30));
        expire();
        assertThat(count("inbox")).isZero();
        assertThat(count("answer")).isOne();
        assertThat(count("vote")).isOne();
        assertThat(found(OF_EVA)).isEmpty();
        FaultReport.note(
                "R52", "the clock moved by 25 h and by 31 d", "contexts gone after 24 h, questions after 30 d");
    }

    private void expire() {
        TelegramBot.retention(harness.database, harness.clock).expire();
    }

    private int count(String what) {
        return harness.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + what)
                        .mapTo(Integer.class)
                        .one());
    }

    private void say(long chat, FakePerson person, String text) {
        server.say(chat, person, text);
        harness.awaitQuiet();
    }

    /** Those of some words that stand in any file of the data folder. */
    private List<String> found(List<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder bytes = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            words.stream().filter(word -> bytes.indexOf(word) >= 0).forEach(found::add);
        }
        return found;
    }
}
