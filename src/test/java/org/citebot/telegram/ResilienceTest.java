package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.citebot.FaultReport;
import org.citebot.answering.Answer;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.citebot.telegram.fake.RecordedRequest;
import org.citebot.telegram.limit.Quotas;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What holds when things go wrong. */
@ResourceLock("log")
class ResilienceTest {

    private static final long OTHER = 101;

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;

    @BeforeEach
    void make() {
        harness = new BotHarness(folder);
        server = harness.server;
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void anUpdateIsStoredBeforeItIsConfirmed() {
        CountDownLatch never = new CountDownLatch(1);
        harness.answerer.script(question -> hang(never));
        harness.start();
        server.say(ADA, "one");
        BotHarness.await("confirmed", () -> server.unconfirmed() == 0);

        assertThat(harness.inState("waiting")).isEqualTo(1);
        never.countDown();
    }

    @Test
    void whatWasNotAnsweredIsAnsweredAfterARestart() {
        harness.answerer.script(question -> hang(new CountDownLatch(1)));
        harness.start();
        server.say(ADA, "one");
        BotHarness.await("asked", () -> !harness.answerer.asked().isEmpty());
        harness.stop();
        assertThat(harness.inState("waiting")).isEqualTo(1);
        assertThat(server.messages(ADA)).isEmpty();

        harness.answerer.script(SampleAnswers::ferry);
        harness.start();
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
    }

    @Test
    void closingLetsTheQuestionInHandBeAnswered() {
        harness.answerer.script(question -> {
            sleep(Duration.ofMillis(300));
            return SampleAnswers.ferry(question);
        });
        harness.start();
        server.say(ADA, "one");
        BotHarness.await("asked", () -> !harness.answerer.asked().isEmpty());
        harness.stop();

        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(harness.inState("done")).isEqualTo(1);
    }

    @Test
    void anUpdateWhoseEndWasNotKeptIsNotAnsweredTwice() {
        harness.start();
        server.say(ADA, "one");
        harness.awaitQuiet();
        harness.stop();
        harness.database.jdbi().useTransaction(handle -> handle.execute("UPDATE inbox SET state = 'waiting'"));
        harness.start();
        harness.awaitQuiet();

        assertThat(harness.answerer.asked()).hasSize(2);
        assertThat(server.requests("sendMessage")).hasSize(1);
        assertThat(server.requests("editMessageText")).isEmpty();
    }

    @Test
    void aSendThatWasNotNotedIsRepeatedOnce() {
        harness.start();
        server.faults().next("sendMessage", new Fault.CutAfter());
        server.say(ADA, "one");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(2);
        assertThat(server.requests("sendMessage")).hasSize(2);
    }

    @Test
    void theOffsetSurvivesARestart() {
        harness.start();
        server.say(ADA, "one");
        harness.awaitQuiet();
        harness.stop();
        int before = server.requests("getUpdates").size();
        harness.start();
        BotHarness.await("polls", () -> server.requests("getUpdates").size() > before);

        assertThat(server.requests("getUpdates")
                        .get(before)
                        .fields()
                        .path("offset")
                        .asLong())
                .isGreaterThan(1_000);
    }

    @Test
    void anUpdateThatComesAgainHasNoSecondEffect() {
        harness.start();
        Random random = new Random(11);
        Inbox inbox = new Inbox(harness.database, Clock.systemUTC());
        for (int i = 0; i < 20; i++) {
            server.say(ADA, "question " + i);
        }
        harness.awaitQuiet();
        List<Inbox.Incoming> again = new ArrayList<>(harness.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM inbox")
                        .map((row, context) -> new Inbox.Incoming(
                                row.getLong("update_id"),
                                row.getString("json"),
                                new Inbox.Place(row.getLong("chat_id"), row.getInt("message_id"), null),
                                true))
                        .list()));
        Collections.shuffle(again, random);

        assertThat(inbox.store(again)).isZero();
        harness.awaitQuiet();
        assertThat(server.messages(ADA)).hasSize(20);
    }

    @Test
    void updatesAreTakenThoughTheirNumbersStartAfresh() {
        harness.start();
        server.continueUpdatesAt(900_000);
        server.say(ADA, "one");
        harness.awaitQuiet();
        server.continueUpdatesAt(500);
        server.say(ADA, "two");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(2);
        assertThat(server.unconfirmed()).isZero();
    }

    @Test
    @Tag("faults")
    void aHandlerThatThrowsEndsNothing() {
        Map<String, Throwable> failures =
                Map.of("exception", new IllegalStateException("scripted"), "error", new StackOverflowError("scripted"));
        harness.answerer.script(question -> {
            if (failures.get(question) instanceof RuntimeException exception) {
                throw exception;
            }
            if (failures.get(question) instanceof Error error) {
                throw error;
            }
            return SampleAnswers.ferry(question);
        });
        harness.start();
        server.say(ADA, "exception");
        server.say(ADA, "error");
        server.say(ADA, "fine");
        harness.awaitQuiet();

        assertThat(server.messages(ADA))
                .extracting(FakeMessage::text)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Sorry, something went wrong"),
                        second -> assertThat(second).startsWith("Sorry, something went wrong"),
                        third -> assertThat(third).startsWith("The harbour master"));
        assertThat(harness.inState("failed")).isEqualTo(2);
        assertThat(harness.inState("done")).isEqualTo(1);
        server.say(ADA, "error");
        BotHarness.await("failed again", () -> harness.inState("failed") == 3);
        Instant from = Instant.now();
        server.say(ADA, "fine");
        BotHarness.await("polls again", Duration.ofSeconds(5), () -> harness.inState("done") == 2);
        FaultReport.note(
                "R4 thrown",
                "a RuntimeException and an Error in the handler",
                "polled again within " + Duration.between(from, Instant.now()).toMillis() + " ms");
    }

    @Test
    void unreadableUpdatesAreSetAsideAndBlockNobody() {
        harness.start();
        for (int i = 0; i < 45; i++) {
            server.say(ADA, "question " + i);
            if (i % 10 == 0) {
                server.postRaw(update -> update.put("message", "no object"));
                server.postRaw(update -> update.putObject("message").put("message_id", 99_999_999_999L));
            }
        }
        harness.awaitQuiet();

        assertThat(harness.inState("unreadable")).isEqualTo(10);
        assertThat(server.messages(ADA)).hasSize(45);
    }

    @Test
    void updatesOfKindsThatNobodyAskedForArePassed() {
        harness.start();
        server.postRaw(update -> update.putObject("something_to_come").put("id", 1));
        server.say(ADA, "one");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
    }

    @Test
    void aChatIsAnsweredInOrderAndChatsDoNotWaitForEachOther() throws InterruptedException {
        CountDownLatch ben = new CountDownLatch(1);
        harness.answerer.script(question -> {
            if (question.startsWith("slow")) {
                hang(ben);
            }
            return SampleAnswers.ferry(question);
        });
        harness.start();
        server.say(BEN, "slow");
        server.say(BEN, "after slow");
        IntStream.range(0, 20).forEach(i -> server.say(ADA, "ada " + i));
        BotHarness.await("Ada is answered", () -> server.messages(ADA).size() == 20);

        assertThat(server.messages(BEN)).isEmpty();
        ben.countDown();
        harness.awaitQuiet();
        assertThat(harness.answerer.asked().stream().filter(asked -> asked.startsWith("ada")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "ada " + i).toList());
        assertThat(harness.answerer.asked()).containsSubsequence("slow", "after slow");
    }

    @Test
    void noMoreIsAnsweredAtOnceThanThereAreWorkers() {
        harness.close();
        harness = new BotHarness(folder.resolve("two"), 2);
        server = harness.server;
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        harness.answerer.script(question -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            sleep(Duration.ofMillis(30));
            atOnce.decrementAndGet();
            return SampleAnswers.ferry(question);
        });
        for (long chat = 1; chat <= 12; chat++) {
            server.openPrivateChat(chat);
            server.say(chat, "question");
        }
        harness.start();
        harness.awaitQuiet();

        assertThat(most).hasValue(2);
    }

    @Test
    void retryAfterIsObeyedAndOthersAreNotHeldUp() {
        harness.start();
        server.faults().next("sendMessage", new Fault.TooManyRequests(Duration.ofSeconds(2)));
        Instant refused = Instant.now();
        server.say(ADA, "one");
        BotHarness.await("refused", () -> server.requests("sendMessage").size() == 1);
        server.say(BEN, "two");
        BotHarness.await("Ben is answered", () -> server.messages(BEN).size() == 1);
        assertThat(server.messages(ADA)).isEmpty();
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
        RecordedRequest second = server.requests("sendMessage").stream()
                .filter(request -> request.fields().path("chat_id").asLong() == ADA)
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(refused, second.at())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatFollowsAQuestionThatIsPutOffWaitsForIt() {
        harness.start();
        server.faults().next("sendMessage", new Fault.TooManyRequests(Duration.ofSeconds(1)));
        server.say(ADA, "one");
        server.say(ADA, "two");
        harness.awaitQuiet();

        assertThat(harness.answerer.asked()).containsExactly("one", "two");
    }

    @Test
    void anInterruptedAnswerIsCompletedNotRepeated() {
        harness.start();
        server.faults()
                .next("sendMessage", new Fault.Refused(502, "Bad Gateway"), new Fault.Refused(502, "Bad Gateway"));
        server.say(ADA, "one");
        harness.awaitQuiet();

        List<String> texts =
                server.messages(ADA).stream().map(FakeMessage::text).toList();
        assertThat(texts).hasSize(1);
        assertThat(harness.answerer.asked()).hasSize(1);
    }

    @Test
    @Tag("faults")
    void aFormattingRefusalDegradesToPlainTextWithItsCitations() {
        harness.start();
        server.faults().next("sendMessage", new Fault.Refused(400, "Bad Request: can't parse entities: scripted"));
        server.say(ADA, "one");
        harness.awaitQuiet();

        FakeMessage plain = server.messages(ADA).getFirst();
        assertThat(plain.html()).isNull();
        assertThat(plain.text())
                .contains("ice is early. [1]")
                .contains("[1] Ferry stops for the winter (https://gazette.example/ferry?a=1&b=2)");
        // What they stand on is one tap away, as always.
        assertThat(server.requests("sendMessage").getLast().toString()).contains("inline_keyboard");
        FaultReport.note("R18", "the server refuses the formatting", "plain text arrived, citations kept");
    }

    @Test
    void whoBlocksTheBotIsLeftAlone() {
        harness.start();
        server.block(ADA);
        server.say(ADA, "one");
        server.say(BEN, "two");
        harness.awaitQuiet();

        assertThat(harness.inState("done")).isEqualTo(2);
        assertThat(server.requests("sendMessage")).hasSize(2);
    }

    @Test
    void aRequestThatStaysRefusedEndsAsFailed() {
        harness.start();
        server.faults().always("sendMessage", new Fault.Refused(400, "Bad Request: chat not found"));
        server.say(ADA, "one");
        harness.awaitQuiet();

        assertThat(harness.inState("failed")).isEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeReadIsNotSentTwice() {
        harness.start();
        server.faults()
                .next(
                        "sendMessage",
                        new Fault.Answered("{\"ok\":true,\"result\":{\"message_id\":2,\"date\":1795471200000}}"),
                        new Fault.Answered("{\"ok\":true,\"result\":null}"),
                        new Fault.Answered("<html>proxy</html>"));
        server.say(ADA, "one");
        server.say(ADA, "two");
        server.say(ADA, "three");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(3);
        assertThat(harness.inState("done")).isEqualTo(3);
    }

    @Test
    void everyQuestionIsAnsweredThroughRandomFaults() {
        long seed = 20261123;
        System.out.println("ResilienceTest: seed " + seed);
        harness.start();
        server.faults()
                .random(
                        seed,
                        0.3,
                        List.of(
                                new Fault.Refused(500, "Internal Server Error"),
                                new Fault.Refused(502, "Bad Gateway"),
                                new Fault.TooManyRequests(Duration.ZERO),
                                new Fault.CutBefore(),
                                new Fault.Hang(Duration.ofMillis(50))));
        for (int i = 0; i < 15; i++) {
            server.say(ADA, "ada " + i);
            server.say(BEN, "ben " + i);
        }
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(15);
        assertThat(server.messages(BEN)).hasSize(15);
    }

    @Test
    void pollingGoesOnAfterTroubleAndDoesNotSpin() throws InterruptedException {
        server.faults()
                .next(
                        "getUpdates",
                        new Fault.Refused(500, "Internal Server Error"),
                        new Fault.CutBefore(),
                        new Fault.Answered("no JSON"),
                        new Fault.Answered("{\"ok\":true,\"result\":\"no list\"}"),
                        new Fault.TooManyRequests(Duration.ZERO));
        harness.start();
        server.say(ADA, "one");
        harness.awaitQuiet();
        assertThat(server.messages(ADA)).hasSize(1);

        // A server that answers at once with nothing.
        server.faults().always("getUpdates", new Fault.AnsweredAtOnce("{\"ok\":true,\"result\":[]}"));
        server.say(BEN, "wakes the poll that waits");
        int before = server.requests("getUpdates").size();
        Thread.sleep(1000);
        assertThat(server.requests("getUpdates").size() - before).isBetween(1, 8);
    }

    @Test
    void aServerThatIgnoresOffsetsIsNeitherAnsweredTwiceNorAskedWithoutEnd() throws InterruptedException {
        String update = "{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"one\","
                + "\"chat\":{\"id\":100,\"type\":\"private\"}}}";
        server.faults().always("getUpdates", new Fault.AnsweredAtOnce("{\"ok\":true,\"result\":[" + update + "]}"));
        harness.start();
        BotHarness.await("answered", () -> server.messages(ADA).size() == 1);
        int before = server.requests("getUpdates").size();
        Thread.sleep(1000);

        assertThat(server.requests("getUpdates").size() - before).isBetween(1, 8);
        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(harness.answerer.asked()).hasSize(1);
    }

    @Test
    void aSecondPollerIsReportedAndPollingGoesOn() {
        try (LogCapture logs = new LogCapture()) {
            server.webhook(true);
            harness.start();
            BotHarness.await("alert", () -> logs.text().contains("ALERT: another program polls"));
            server.webhook(false);
            server.say(ADA, "one");
            harness.awaitQuiet();
        }

        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(server.requests("deleteWebhook")).isEmpty();
    }

    @Test
    void slowSendsDoNotStarveThePoll() {
        harness.close();
        harness = new BotHarness(folder.resolve("many"), 20);
        server = harness.server;
        server.faults().always("sendMessage", new Fault.Hang(Duration.ofSeconds(4)));
        harness.start();
        for (long chat = 1; chat <= 20; chat++) {
            server.openPrivateChat(chat);
            server.say(chat, "question");
        }
        BotHarness.await("20 sends hang", () -> server.requests("sendMessage").size() == 20);
        Instant start = Instant.now();
        server.say(ADA, "one");
        BotHarness.await("fetched all the same", () -> server.unconfirmed() == 0 && harness.inState("waiting") == 21);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        server.faults().clear();
    }

    @Test
    void whatIsOlderThanADayIsNotAnswered() {
        CountDownLatch never = new CountDownLatch(1);
        harness.answerer.script(question -> hang(never));
        server.faults().always("sendMessage", new Fault.CutBefore());
        TelegramBot bot = harness.start();
        server.say(ADA, "one");
        BotHarness.await("asked", () -> !harness.answerer.asked().isEmpty());
        never.countDown();
        bot.close();
        server.faults().clear();

        harness.clock.advance(Duration.ofHours(25));
        harness.start();
        BotHarness.await("expired", () -> harness.inState("expired") == 1);

        assertThat(server.messages(ADA)).isEmpty();
    }

    @Test
    void anUpdateThatEndsTheProcessAgainAndAgainIsGivenUp() {
        new Inbox(harness.database, harness.clock)
                .store(List.of(new Inbox.Incoming(1, "{\"update_id\":1}", new Inbox.Place(ADA, 1, null), true)));
        harness.database.jdbi().useTransaction(handle -> handle.execute("UPDATE inbox SET starts = 10"));
        harness.start();
        BotHarness.await("given up", () -> harness.inState("failed") == 1);

        assertThat(harness.answerer.asked()).isEmpty();
    }

    @Test
    void anUpdateThatIsInterruptedAgainAndAgainRestsEverLongerAndHoldsUpNoOther() {
        Inbox inbox = new Inbox(harness.database, harness.clock);
        inbox.store(List.of(
                new Inbox.Incoming(1, "{\"update_id\":1}", new Inbox.Place(ADA, 1, null), true),
                new Inbox.Incoming(2, "{\"update_id\":2}", new Inbox.Place(OTHER, 1, null), true)));
        for (int start = 1; start <= 3; start++) {
            assertThat(claimed(inbox, Set.of(OTHER))).containsExactly(1L);
        }

        assertThat(claimed(inbox, Set.of())).containsExactly(2L);
        for (long rest : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300)) {
            harness.clock.advance(Duration.ofSeconds(rest).minusMillis(1));
            assertThat(claimed(inbox, Set.of(OTHER))).isEmpty();
            harness.clock.advance(Duration.ofMillis(1));
            assertThat(claimed(inbox, Set.of())).containsExactly(1L);
        }
    }

    private List<Long> claimed(Inbox inbox, Set<Long> busy) {
        return inbox.claim(busy, harness.clock.instant(), 10).stream()
                .map(StoredUpdate::id)
                .toList();
    }

    @Test
    void anAnswerThatAKillCutsOffAgainAndAgainStandsThereTwiceAtMost() {
        harness.start();
        server.say(ADA, "one");
        harness.awaitQuiet();
        assertThat(server.messages(ADA)).hasSize(1);

        restartAsIfKilled("DELETE FROM reply");
        assertThat(server.messages(ADA))
                .extracting(FakeMessage::text)
                .hasSize(2)
                .endsWith("The whole answer.");
        assertThat(server.requests("editMessageText")).hasSize(1);

        restartAsIfKilled("UPDATE reply SET content = ''");
        assertThat(server.messages(ADA))
                .extracting(FakeMessage::text)
                .hasSize(2)
                .endsWith("The whole answer.");
    }

    /** Starts the bot on what a killed one leaves: an answer that was made, and an update that has not ended. */
    private void restartAsIfKilled(String lost) {
        harness.stop();
        harness.database.jdbi().useTransaction(handle -> {
            handle.execute("UPDATE inbox SET state = 'waiting', starts = 1");
            handle.execute(lost);
        });
        long update = harness.database
                .jdbi()
                .withHandle(handle -> handle.select("SELECT update_id FROM inbox")
                        .mapTo(Long.class)
                        .one());
        new Outbox(harness.database, harness.clock)
                .keep(
                        new StoredUpdate(update, ADA, "", harness.clock.instant(), 1, 0),
                        new Outbox.Reply(FormattedText.plain("The whole answer."), Keyboard.NONE));
        harness.start();
        harness.awaitQuiet();
    }

    @Test
    void aRevokedTokenEndsPollingWithAClearLine() {
        TelegramBot bot = harness.start();
        server.revokeToken();
        server.say(ADA, "wakes the poll that waits");

        assertThatThrownBy(bot::await)
                .isInstanceOf(BadTokenException.class)
                .hasMessageContaining("@BotFather")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void closingLeavesNoPlatformThreadBehind() {
        harness.start();
        server.say(ADA, "one");
        harness.awaitQuiet();
        harness.stop();

        BotHarness.await(
                "threads are gone",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(
                                thread -> !thread.isDaemon() && thread.getName().startsWith("OkHttp")));
        int polls = server.requests("getUpdates").size();
        sleep(Duration.ofMillis(300));
        assertThat(server.requests("getUpdates")).hasSize(polls);
    }

    @Test
    void anEmptyOrWrongTokenAndAnUnreachableServerAreToldApart() {
        TelegramSettings none = new TelegramSettings(
                Optional.empty(),
                server.url(),
                Duration.ofSeconds(1),
                1,
                30,
                Quotas.Limits.NONE,
                false,
                Optional.empty(),
                false);
        assertThatThrownBy(() -> TelegramBot.fetchIdentity(none))
                .isInstanceOf(BadTokenException.class)
                .hasMessageContaining("CITEBOT_TELEGRAM_TOKEN");

        server.revokeToken();
        assertThatThrownBy(harness::start).isInstanceOf(BadTokenException.class).hasMessageContaining("(401)");

        TelegramSettings nowhere = BotHarness.settings(URI.create("http://127.0.0.1:1"), server, 1);
        assertThatThrownBy(() -> TelegramBot.fetchIdentity(nowhere))
                .isInstanceOf(UnreachableBotApiException.class)
                .hasMessageContaining("http://127.0.0.1:1")
                .message()
                .doesNotContain("\n")
                .doesNotContain("CANARY");
    }

    @Test
    void aWebServerThatIsNoBotApiIsNotTakenForOne() throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
        URI url = URI.create("http://127.0.0.1:" + web.getAddress().getPort());
        try {
            assertThatThrownBy(() -> TelegramBot.fetchIdentity(BotHarness.settings(url, server, 1)))
                    .isInstanceOf(UnreachableBotApiException.class)
                    .hasMessageContaining("404");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void theAddressMayHaveAPath() {
        URI url = URI.create(server.url() + "/behind/a/proxy");

        assertThat(TelegramBot.fetchIdentity(BotHarness.settings(url, server, 1))
                        .username())
                .isEqualTo(FakeTelegramServer.BOT_NAME);
    }

    private static Answer hang(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return SampleAnswers.ferry("late");
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
