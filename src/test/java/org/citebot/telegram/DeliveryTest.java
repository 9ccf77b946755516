package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;
import static org.citebot.telegram.BotHarness.FORUM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.citebot.FaultReport;
import org.citebot.answering.Answer;
import org.citebot.operation.HealthCheck;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.citebot.telegram.fake.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What holds for many updates, chats and refusals; more of them with {@code -Pfaults}. */
@Tag("faults")
@ResourceLock("log")
class DeliveryTest {

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
    void updatesThatComeThreeTimesHaveOneEffectEach() throws Exception {
        int count = FaultReport.rounds(100, 1_000);
        List<JsonNode> updates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long chat = 1_000L + i % 50;
            server.openPrivateChat(chat);
            updates.add(new ObjectMapper()
                    .readTree(("{'update_id':%d,'message':{'message_id':%d,'date':%d,'text':'question %d',"
                                    + "'chat':{'id':%d,'type':'private'},"
                                    + "'from':{'id':%d,'is_bot':false,'first_name':'A'}}}")
                            // Below the numbers of the server.
                            .formatted(i, i + 1, Instant.now().getEpochSecond(), i, chat, chat)
                            .replace('\'', '"')));
        }
        List<JsonNode> all = new ArrayList<>(updates);
        all.addAll(updates);
        all.addAll(updates);
        Collections.shuffle(all, new Random(3));
        harness.start();
        UpdateReceiver receiver = new UpdateReceiver(
                new Inbox(harness.database, harness.clock),
                new UpdateDecoder(),
                () -> {},
                new BotMetrics(harness.metrics));
        int fresh = 0;
        for (int i = 0; i < all.size(); i += 100) {
            fresh += receiver.receive(all.subList(i, Math.min(i + 100, all.size())));
        }
        server.say(ADA, "wakes the queues");
        BotHarness.await("answered", Duration.ofMinutes(3), () -> harness.inState("waiting") == 0);

        assertThat(fresh).isEqualTo(count);
        assertThat(harness.answerer.asked()).hasSize(count + 1).doesNotHaveDuplicates();
        assertThat(server.requests("sendMessage")).hasSize(count + 1);
        FaultReport.note("R3", count + " updates three times, shuffled", count + " effects");
    }

    @Test
    void unreadableUpdatesAmongManyBlockNobody() {
        int good = FaultReport.rounds(95, 950);
        int bad = good / 19;
        harness.start();
        for (int i = 0; i < good; i++) {
            server.openPrivateChat(1_000 + i);
            server.say(1_000 + i, "question " + i);
            if (i % 19 == 0) {
                server.postRaw(update -> update.put("message", "no object"));
            }
        }
        BotHarness.await(
                "answered", Duration.ofMinutes(3), () -> server.unconfirmed() == 0 && harness.inState("waiting") == 0);

        assertThat(harness.inState("unreadable")).isEqualTo(bad);
        assertThat(server.requests("sendMessage")).hasSize(good);
        FaultReport.note(
                "R5", bad + " malformed among " + (good + bad), good + " handled, " + bad + " set aside, offset moved");
    }

    @Test
    void chatsKeepTheirOrderAndDoNotWaitForEachOther() {
        int chats = FaultReport.rounds(20, 200);
        int each = FaultReport.rounds(4, 20);
        Map<Long, List<String>> asked = new ConcurrentHashMap<>();
        CountDownLatch slow = new CountDownLatch(1);
        harness.answerer.script(question -> {
            String[] words = question.split(" ", -1);
            asked.computeIfAbsent(Long.valueOf(words[0]), chat -> Collections.synchronizedList(new ArrayList<>()))
                    .add(words[1]);
            if (words[0].equals("1000") && words[1].equals("0")) {
                await(slow);
            }
            return SampleAnswers.ferry(question);
        });
        List<Long> numbers = IntStream.range(0, chats).mapToObj(i -> 1_000L + i).toList();
        numbers.forEach(server::openPrivateChat);
        harness.start();
        for (int i = 0; i < each; i++) {
            for (long chat : numbers) {
                int message = server.say(chat, chat + " " + i);
                server.press(chat, new FakePerson(chat, "Ann"), message, "nothing:" + i);
            }
        }
        BotHarness.await(
                "all others are answered",
                Duration.ofMinutes(5),
                () -> numbers.stream()
                        .skip(1)
                        .allMatch(chat -> server.messages(chat).size() == each));
        assertThat(server.messages(1_000)).isEmpty();
        slow.countDown();
        BotHarness.await("all is answered", Duration.ofMinutes(1), () -> harness.inState("waiting") == 0);

        List<String> order = IntStream.range(0, each).mapToObj(String::valueOf).toList();
        assertThat(asked)
                .hasSize(chats)
                .allSatisfy((chat, questions) -> assertThat(questions).isEqualTo(order));
        FaultReport.note(
                "R7",
                chats + " chats x " + each + " messages and as many presses, one chat stalled",
                "0 inversions; all other chats were done while it stalled");
    }

    /** Rounds with and without a stalled chat take turns, so that other work of the machine disturbs both alike. */
    @Test
    void aStalledChatSlowsNoOther() {
        int chats = FaultReport.rounds(20, 200);
        int rounds = FaultReport.rounds(4, 40);
        AtomicReference<CountDownLatch> stall = new AtomicReference<>(new CountDownLatch(0));
        harness.answerer.script(question -> {
            if (question.startsWith("stall")) {
                await(stall.get());
            }
            return SampleAnswers.ferry(question);
        });
        List<Long> numbers = IntStream.range(0, chats).mapToObj(i -> 1_000L + i).toList();
        numbers.forEach(server::openPrivateChat);
        harness.start();
        List<Duration> calm = new ArrayList<>();
        List<Duration> stalled = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean stalls = round % 2 == 1;
            if (stalls) {
                stall.set(new CountDownLatch(1));
                server.say(ADA, "stall " + round);
            }
            (stalls ? stalled : calm).add(p95(timesOfRound(numbers, round + 1)));
            stall.get().countDown();
            harness.awaitQuiet();
        }

        Duration usual = median(calm);
        Duration other = median(stalled);
        double more = (double) other.toNanos() / usual.toNanos() - 1;
        // A few milliseconds are the machine's, however short the usual time is; two rounds of each kind tell no more
        // than whether the others wait at all.
        assertThat(other.minusMillis(FaultReport.FULL ? 2 : 50))
                .isLessThanOrEqualTo(FaultReport.FULL ? usual.multipliedBy(11).dividedBy(10) : usual.multipliedBy(3));
        FaultReport.note(
                "R7 others",
                chats + " chats x " + rounds + " messages and as many presses, one more chat stalled in every other"
                        + " round",
                "median of the rounds' p95 %.1f ms with a stalled chat, %.1f ms without (%+.0f %%)"
                        .formatted(other.toNanos() / 1e6, usual.toNanos() / 1e6, more * 100));
    }

    /** How long each chat waits for its answer, where one asks after the other, not so fast that they form a queue. */
    private List<Duration> timesOfRound(List<Long> chats, int answers) {
        Map<Long, Instant> asked = new HashMap<>();
        for (long chat : chats) {
            asked.put(chat, Instant.now());
            int message = server.say(chat, "question " + answers);
            server.press(chat, new FakePerson(chat, "Ann"), message, "nothing:" + answers);
            BotHarness.sleep(Duration.ofMillis(20));
        }
        BotHarness.await(
                "all others are answered",
                Duration.ofMinutes(1),
                () -> chats.stream().allMatch(chat -> server.messages(chat).size() == answers));
        Map<Long, Instant> answered = new HashMap<>();
        server.requests("sendMessage")
                .forEach(
                        request -> answered.put(request.fields().path("chat_id").asLong(), request.at()));
        return chats.stream()
                .map(chat -> Duration.between(asked.get(chat), answered.get(chat)))
                .toList();
    }

    private static Duration p95(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() * 95 / 100);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @Test
    void aFullInboxLeavesUpdatesWithTelegram() {
        harness.database.jdbi().useTransaction(handle -> {
            for (int i = 0; i < Inbox.CAPACITY; i++) {
                handle.execute(
                        "INSERT INTO inbox (update_id, chat_id, json, state, received, not_before)"
                                + " VALUES (?, ?, '{}', 'waiting', 0, 9000000000000)",
                        500_000 + i,
                        i);
            }
        });
        harness.start();
        server.say(ADA, "one");
        BotHarness.sleep(Duration.ofMillis(1_500));
        assertThat(server.requests("getUpdates")).isEmpty();
        assertThat(server.unconfirmed()).isEqualTo(1);

        harness.database.jdbi().useTransaction(handle -> handle.execute("DELETE FROM inbox"));
        BotHarness.await("answered", () -> server.messages(ADA).size() == 1);
    }

    @Test
    void aLateAnswerSaysSoAndALatePressIsNotAnswered() {
        harness.start();
        int message = server.say(ADA, "one");
        harness.awaitQuiet();
        harness.stop();
        CountDownLatch never = new CountDownLatch(1);
        harness.answerer.script(question -> hang(never));
        harness.start();
        server.say(ADA, "two");
        server.press(ADA, new FakePerson(ADA, "Ada"), message + 1, "more:1");
        BotHarness.await("stored", () -> server.unconfirmed() == 0 && harness.inState("waiting") == 2);
        harness.stop();

        harness.clock.advance(Duration.ofMinutes(10));
        harness.answerer.script(SampleAnswers::ferry);
        harness.start();
        harness.awaitQuiet();

        assertThat(server.messages(ADA))
                .extracting(FakeMessage::text)
                .last()
                .asString()
                .startsWith("You asked this ")
                .contains("The harbour master");
        assertThat(server.requests("answerCallbackQuery")).isEmpty();
        never.countDown();
        FaultReport.note(
                "R9", "restart after 10 min (the clock was moved)", "0 late callback answers; the late answer says so");
    }

    @Test
    void silencesOfEverySizeAreObeyedAndOthersAreNotHeldUp() {
        int chats = FaultReport.rounds(12, 100);
        Random random = new Random(13);
        Map<Long, Duration> silence = new HashMap<>();
        Map<Long, Instant> refused = new HashMap<>();
        harness.start();
        for (int i = 0; i < chats; i++) {
            long chat = 1_000L + i;
            Duration wait = Duration.ofSeconds(i == 0 ? 300 : 1 + random.nextInt(300));
            server.openPrivateChat(chat);
            server.faults().next("sendMessage", new Fault.TooManyRequests(wait));
            server.say(chat, "question");
            BotHarness.await("refused", () -> sends(chat) == 1);
            silence.put(chat, wait);
            refused.put(chat, harness.clock.instant());
        }
        int steps = 0;
        for (Duration moved = Duration.ZERO; moved.toSeconds() < 330; moved = moved.plusSeconds(15)) {
            // Whoever is not concerned is answered, and wakes the queues.
            int before = server.messages(BEN).size();
            server.say(BEN, "step " + steps++);
            BotHarness.await("Ben is answered", () -> server.messages(BEN).size() == before + 1);
            Instant now = harness.clock.instant();
            refused.forEach((chat, at) -> {
                if (now.isBefore(at.plus(silence.get(chat)))) {
                    assertThat(callsOf(chat)).as("in the silence of " + chat).isEqualTo(1);
                }
            });
            harness.clock.advance(Duration.ofSeconds(15));
        }
        server.say(BEN, "the last step");
        harness.awaitQuiet();

        assertThat(silence.keySet())
                .allSatisfy(chat -> assertThat(server.messages(chat)).hasSize(1));
        assertThat(harness.answerer.asked()).hasSize(chats + steps + 1);
        FaultReport.note(
                "R13",
                chats + " chats refused with retry_after of 1 to 300 s (the clock was moved)",
                "0 calls inside a window, " + chats + " answers arrived, another chat was answered " + (steps + 1)
                        + " times meanwhile");
    }

    @Test
    void stalledSendsHoldUpNobody() {
        harness.start();
        IntStream.range(0, 20).forEach(i -> {
            server.faults().next("sendMessage", new Fault.Hang(Duration.ofSeconds(15)));
            server.openPrivateChat(1_000 + i);
            server.say(1_000 + i, "stalls");
        });
        BotHarness.await("20 sends hang", () -> server.requests("sendMessage").size() == 20);
        int others = 100;
        List<Duration> times = new ArrayList<>();
        List<Duration> identities = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            Instant identity = Instant.now();
            TelegramBot.fetchIdentity(BotHarness.settings(server.url(), server, 1));
            identities.add(Duration.between(identity, Instant.now()));
            Instant start = Instant.now();
            int before = server.messages(BEN).size();
            server.say(BEN, "question " + i);
            BotHarness.await("answered", () -> server.messages(BEN).size() == before + 1);
            times.add(Duration.between(start, Instant.now()));
        }
        Collections.sort(times);

        Collections.sort(identities);

        assertThat(times.get(others - 2)).isLessThan(Duration.ofSeconds(1));
        assertThat(identities.get(others - 2)).isLessThan(Duration.ofSeconds(1));
        FaultReport.note(
                "R16",
                "20 stalled sends, " + others + " other answers by polling, as many getMe",
                "p99 of the others " + times.get(others - 2).toMillis() + " ms from question to answer, of getMe "
                        + identities.get(others - 2).toMillis() + " ms");
    }

    @Test
    void theLoserOfTwoPollersIsSilent() {
        harness.standDown(Duration.ofSeconds(60));
        harness.start();
        BotHarness.await("polls", () -> !server.requests("getUpdates").isEmpty());
        try (LogCapture logs = new LogCapture();
                BotHarness second = new BotHarness(folder.resolve("second"), 4, server)) {
            second.standDown(Duration.ofSeconds(60));
            Instant start = Instant.now();
            second.start();
            BotHarness.await("alert", () -> logs.text().contains("ALERT: another program polls"));
            Duration alerted = Duration.between(start, Instant.now());
            for (int i = 0; i < 10; i++) {
                server.say(ADA, "question " + i);
            }
            second.awaitQuiet();

            assertThat(server.messages(ADA)).hasSize(10);
            assertThat(second.answerer.asked()).hasSize(10);
            assertThat(harness.answerer.asked()).isEmpty();
            FaultReport.note(
                    "R11",
                    "a second poller",
                    "alert after " + alerted.toMillis() + " ms, the loser processed 0 of 10 updates");
        }
    }

    @Test
    void aGroupThatMigratesIsFollowed() {
        long group = -500;
        long supergroup = -1_000_500;
        server.openGroup(group);
        harness.start();
        server.say(group, "@" + FakeTelegramServer.BOT_NAME + " one");
        harness.awaitQuiet();
        server.migrate(group, supergroup);
        server.say(group, "@" + FakeTelegramServer.BOT_NAME + " two");
        server.say(group, "@" + FakeTelegramServer.BOT_NAME + " three");
        harness.awaitQuiet();

        assertThat(server.messages(supergroup)).hasSize(2);
        assertThat(sends(group)).as("one before, one that told of it").isEqualTo(2);
        harness.stop();
        harness.start();
        server.say(group, "@" + FakeTelegramServer.BOT_NAME + " four");
        harness.awaitQuiet();
        assertThat(server.messages(supergroup)).hasSize(3);
        assertThat(sends(group)).isEqualTo(2);
        FaultReport.note(
                "R19 migration", "a group migrates under load and the bot restarts", "state moved, 1 retry in all");
    }

    @Test
    void whatIsKeptOfAGroupMovesWhenItSaysThatItMigrates() {
        long group = -600;
        long supergroup = -1_000_600;
        server.openGroup(group);
        harness.start();
        server.say(group, "@" + FakeTelegramServer.BOT_NAME + " one");
        harness.awaitQuiet();
        server.migrate(group, supergroup);
        server.post(group, message -> message.put("migrate_to_chat_id", supergroup));
        server.say(group, "@" + FakeTelegramServer.BOT_NAME + " two");
        harness.awaitQuiet();

        assertThat(server.messages(supergroup)).hasSize(1);
        assertThat(sends(group)).isEqualTo(1);
        assertThat(new ReplyLog(harness.database).find(new ReplyTarget(supergroup, null, 1, false)))
                .hasSize(1);
    }

    @Test
    void aClosedTopicIsTriedAtMostTwiceAndNeverLeft() {
        harness.start();
        server.closeTopic(FORUM, 9);
        server.post(
                FORUM,
                message -> message.put("text", "@citebot_test_bot what did ISW say?")
                        .put("message_thread_id", 9)
                        .put("is_topic_message", true));
        harness.awaitQuiet();

        assertThat(server.requests("sendMessage"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(
                                request.fields().path("message_thread_id").asInt())
                        .isEqualTo(9));
        assertThat(server.messages(FORUM)).isEmpty();
        FaultReport.note("R19 closed topic", "a question in a closed topic", "1 retry, thread kept");
    }

    @Test
    void aBlockedBotIsSilent() {
        harness.start();
        server.block(ADA);
        server.say(ADA, "one");
        harness.awaitQuiet();

        assertThat(sends(ADA)).isEqualTo(1);
        FaultReport.note("R19 block", "a question of somebody who blocks the bot", "0 retries");
    }

    @Test
    void whatIsStuckTurnsHealthRed() {
        CountDownLatch never = new CountDownLatch(1);
        harness.answerer.script(question -> question.equals("stuck") ? hang(never) : SampleAnswers.ferry(question));
        TelegramBot bot = harness.start();
        server.say(ADA, "fine");
        harness.awaitQuiet();
        assertThat(bot.health()).allMatch(HealthCheck::healthy);

        server.say(ADA, "stuck");
        BotHarness.await("in hand", () -> harness.answerer.asked().size() == 2);
        harness.clock.advance(Duration.ofSeconds(90));
        assertThat(bot.health()).allMatch(check -> !check.healthy());
        server.say(BEN, "others are answered");
        BotHarness.await("answered", () -> server.messages(BEN).size() == 1);
        BotHarness.await("polls again", () -> bot.health().getFirst().healthy());
        assertThat(bot.health().getLast().healthy()).isFalse();
        never.countDown();
        FaultReport.note(
                "R4 stuck",
                "a hanging poll and a hanging handler, 90 s (the clock was moved)",
                "health red for both; polling itself went on");
    }

    @Test
    void aModelMayThinkForAsLongAsItsDeadlineSays() {
        CountDownLatch never = new CountDownLatch(1);
        harness.answerer.deadline(Duration.ofMinutes(2));
        harness.answerer.script(question -> hang(never));
        TelegramBot bot = harness.start();
        server.say(ADA, "hard");
        BotHarness.await("in hand", () -> harness.answerer.asked().size() == 1);

        harness.clock.advance(Duration.ofSeconds(150));
        assertThat(bot.health().getLast().healthy()).isTrue();
        harness.clock.advance(Duration.ofSeconds(30));
        assertThat(bot.health().getLast().healthy()).isFalse();
        never.countDown();
    }

    @Test
    void theFirstPollAfterALongOutageComesSoon() throws InterruptedException {
        Duration outage = Duration.ofHours(2);
        BotHarness.ShiftedClock clock = harness.clock;
        Instant end = clock.instant().plus(outage);
        AtomicInteger polls = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        server.faults().always("getUpdates", new Fault.CutBefore());
        UpdatePoller.Pace usual = TelegramBot.Tempo.usual(BotHarness.settings(server.url(), server, 1))
                .polling();
        UpdatePoller.Pace virtual =
                new UpdatePoller.Pace(usual.shortest(), usual.backoff(), usual.standDown(), time -> {
                    polls.incrementAndGet();
                    clock.advance(time);
                    if (!clock.instant().isBefore(end)) {
                        server.faults().clear();
                        over.countDown();
                    }
                });
        TelegramContact contact = new TelegramContact(clock);
        BotMetrics metrics = new BotMetrics(harness.metrics);
        Inbox inbox = new Inbox(harness.database, clock);
        try (LogCapture quiet = new LogCapture();
                UpdatePoller poller = new UpdatePoller(
                        new BotApi(server.url(), server.token(), Duration.ofSeconds(30)),
                        inbox,
                        new UpdateReceiver(inbox, new UpdateDecoder(), () -> {}, metrics),
                        contact,
                        Duration.ZERO,
                        virtual)) {
            poller.start();
            over.await();
            Instant back = clock.instant();
            BotHarness.await("polls", () -> contact.trouble().isEmpty());
            Duration late = Duration.between(end, back);

            assertThat(quiet.text()).contains("next attempt");
            assertThat(late).isLessThan(Duration.ofSeconds(60));
            FaultReport.note(
                    "R6",
                    "2 h outage on a virtual clock, " + polls + " polls failed",
                    "first poll " + late.toSeconds() + " s after its end");
        }
    }

    private long sends(long chat) {
        return server.requests("sendMessage").stream()
                .filter(request -> isOf(request, chat))
                .count();
    }

    private long callsOf(long chat) {
        return server.requests().stream().filter(request -> isOf(request, chat)).count();
    }

    private static boolean isOf(RecordedRequest request, long chat) {
        return request.fields().path("chat_id").asLong() == chat;
    }

    private static Answer hang(CountDownLatch until) {
        await(until);
        return SampleAnswers.ferry("late");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
