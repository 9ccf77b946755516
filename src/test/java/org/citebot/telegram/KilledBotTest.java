package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.citebot.ChildProcess;
import org.citebot.FaultReport;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A bot that is ended again and again while people ask: by {@code kill -9}, or as one stops a service. */
@Tag("faults")
class KilledBotTest {

    private static final int CHATS = 40;
    /** Many of these lives end before the first answer, most after some. */
    private static final int LONGEST_LIFE_MILLIS = 1_000;

    private static final Duration PAUSE = Duration.ofMillis(15);

    /** So many answers are missing before people ask no more, as a bot that hardly lives falls ever further behind. */
    private static final int PATIENCE = 200;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    /** How long before a kill a message may have come whose note the kill prevented; generous for a busy machine. */
    private static final Duration SEND = Duration.ofSeconds(2);

    private static final Pattern ANSWER = Pattern.compile("This answers (question \\d+)\\.");

    @TempDir
    private Path folder;

    private FakeTelegramServer server;
    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();
    private Thread people;

    @BeforeEach
    void makePeopleAsk() {
        server = new FakeTelegramServer();
        LongStream.rangeClosed(1, CHATS).forEach(server::openPrivateChat);
        people = Thread.ofVirtual().start(() -> {
            while (asking.get()) {
                if (asked.get() - server.requests("sendMessage").size() >= PATIENCE) {
                    BotHarness.sleep(PAUSE);
                    continue;
                }
                int number = asked.get();
                server.say(1 + number % CHATS, "question " + number);
                asked.incrementAndGet();
                BotHarness.sleep(PAUSE);
            }
        });
    }

    @AfterEach
    void close() {
        asking.set(false);
        server.close();
    }

    @Test
    void aKillLosesNothingAndRepeatsAtMostWhatItCutOff() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KilledBotTest seed " + seed);
        Random random = new Random(seed);
        int kills = FaultReport.rounds(4, 200);
        List<Instant> killed = new ArrayList<>();
        ChildProcess next = start();
        try {
            for (int i = 0; i < kills; i++) {
                ChildProcess child = next;
                next = start();
                try (child) {
                    child.go();
                    assertThat(child.read(1)).as(child.errors()).isNotEmpty();
                    Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                    child.kill();
                    killed.add(Instant.now());
                }
            }
            finish(next);
        } finally {
            next.close();
        }

        Map<String, List<Instant>> copies = copies();
        assertThat(copies).hasSize(asked.get());
        List<List<Instant>> repeated =
                copies.values().stream().filter(times -> times.size() > 1).toList();
        assertThat(repeated).allSatisfy(times -> {
            assertThat(times).hasSize(2);
            assertThat(killed)
                    .anyMatch(kill -> kill.isAfter(times.getFirst())
                            && kill.minus(SEND).isBefore(times.getFirst())
                            && kill.isBefore(times.getLast()));
        });
        FaultReport.note(
                "R1 and R2",
                kills + " x kill -9 at random moments, " + asked + " questions in " + CHATS + " chats meanwhile",
                "0 lost, " + repeated.size() + " answers twice (all sent within " + SEND.toSeconds()
                        + " s before a kill), 0 more often");
    }

    @Test
    void stoppingLosesNothingAndRepeatsNothing() throws Exception {
        int stops = FaultReport.rounds(2, 50);
        Duration longest = Duration.ZERO;
        Random random = new Random(10);
        ChildProcess next = start();
        try {
            for (int i = 0; i < stops; i++) {
                ChildProcess child = next;
                next = start();
                try (child) {
                    child.go();
                    assertThat(child.read(1)).as(child.errors()).isNotEmpty();
                    Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                    Instant start = Instant.now();
                    child.terminate();
                    child.waitFor();
                    Duration took = Duration.between(start, Instant.now());
                    longest = took.compareTo(longest) > 0 ? took : longest;
                    assertThat(took).isLessThan(LONGEST_STOP);
                }
            }
            finish(next);
        } finally {
            next.close();
        }

        Map<String, List<Instant>> copies = copies();
        assertThat(copies)
                .hasSize(asked.get())
                .allSatisfy((question, times) -> assertThat(times).hasSize(1));
        FaultReport.note(
                "R10",
                stops + " x SIGTERM under load, " + asked + " questions meanwhile",
                "0 lost, 0 twice, ended within " + longest.toMillis() + " ms");
    }

    @Test
    @EnabledIfSystemProperty(named = "citebot.faults", matches = "true", disabledReason = "it takes minutes")
    void whatDoesNotFitWaitsAtTelegram() throws Exception {
        int updates = 10_000;
        asking.set(false);
        people.join();
        while (asked.get() < updates) {
            int number = asked.getAndIncrement();
            server.say(1 + number % CHATS, "question " + number);
        }
        try (ChildProcess child = ChildProcess.start(
                List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"),
                BotProcess.class,
                folder.toString(),
                server.url().toString(),
                server.token().reveal(),
                "stalled")) {
            child.go();
            assertThat(child.read(1)).as(child.errors()).isNotEmpty();
            // What was taken last is confirmed by the next poll, and there is none while the inbox is full.
            int left = updates - Inbox.CAPACITY + UpdatePoller.BATCH;
            BotHarness.await("the inbox is full", Duration.ofMinutes(2), () -> server.unconfirmed() <= left);
            BotHarness.sleep(Duration.ofSeconds(5));
            assertThat(server.unconfirmed()).isEqualTo(left);
            child.go();
            BotHarness.await(
                    "all is answered",
                    Duration.ofMinutes(15),
                    () -> server.unconfirmed() == 0 && copies().size() == updates);
            child.terminate();
            child.waitFor();
        }

        assertThat(copies())
                .hasSize(updates)
                .allSatisfy((question, times) -> assertThat(times).hasSize(1));
        FaultReport.note(
                "R8",
                updates + " updates, the model stalled, -Xmx512m, by polling",
                "no OutOfMemoryError, " + Inbox.CAPACITY + " taken and the rest left with Telegram, 0 lost; a webhook"
                        + " answers 503 with Retry-After (WebhookTest)");
    }

    /** Lets one more process answer all that is left. */
    private void finish(ChildProcess last) throws IOException, InterruptedException {
        asking.set(false);
        people.join();
        last.go();
        BotHarness.await(
                "all is answered, that which rests after many interruptions too",
                Duration.ofMinutes(8),
                () -> server.unconfirmed() == 0 && copies().size() == asked.get());
        last.terminate();
        last.waitFor();
    }

    private ChildProcess start() {
        return ChildProcess.start(
                BotProcess.class,
                folder.toString(),
                server.url().toString(),
                server.token().reveal());
    }

    /** When each question was answered, by the messages that came or became its answer. */
    private Map<String, List<Instant>> copies() {
        Map<String, List<Instant>> copies = new TreeMap<>();
        Set<String> changed = new HashSet<>();
        for (RecordedRequest request : server.requests()) {
            Matcher answer = ANSWER.matcher(request.fields().path("text").asText());
            boolean shows =
                    request.calls("sendMessage") || (request.calls("editMessageText") && changed.add(message(request)));
            if (shows && answer.find()) {
                copies.computeIfAbsent(answer.group(1), question -> new ArrayList<>())
                        .add(request.at());
            }
        }
        return copies;
    }

    private static String message(RecordedRequest request) {
        return request.fields().path("chat_id").asText() + "/"
                + request.fields().path("message_id").asText();
    }
}
