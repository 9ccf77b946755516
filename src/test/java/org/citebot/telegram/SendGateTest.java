package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.citebot.FaultReport;
import org.citebot.operation.Metrics;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.RecordedRequest;
import org.citebot.telegram.limit.SendLimiter;
import org.citebot.telegram.limit.SendLimiter.Rates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rates of sending, in real time. */
@Tag("faults")
class SendGateTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void noSecondOfTheServersHoldsMoreThanTheRate() throws InterruptedException {
        int chats = FaultReport.rounds(70, 600);
        try (FakeTelegramServer server = new FakeTelegramServer();
                BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(20), gate(30))) {
            List<Thread> senders = IntStream.range(0, chats)
                    .mapToObj(i -> {
                        server.openPrivateChat(1_000 + i);
                        return Thread.ofVirtual().start(() -> send(api, 1_000 + i));
                    })
                    .toList();
            for (Thread sender : senders) {
                sender.join();
            }
            List<Instant> seen = server.requests("sendMessage").stream()
                    .map(RecordedRequest::at)
                    .sorted()
                    .toList();

            assertThat(seen).hasSize(chats);
            int most = most(seen);
            Duration took = Duration.between(seen.getFirst(), seen.getLast());
            assertThat(most).isLessThanOrEqualTo(30);
            FaultReport.note(
                    "R14 at the server",
                    chats + " messages to as many chats, wanted at once, over HTTP",
                    "at most %d in any second as the server saw them, %.1f a second in all"
                            .formatted(most, (chats - 30) * 1e3 / took.toMillis()));
        }
    }

    @Test
    void whoComesFirstGoesFirst() throws InterruptedException {
        SendGate gate = gate(10);
        for (int i = 0; i < 10; i++) {
            pass(gate, i);
            Thread.sleep(10);
        }
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        for (int i = 10; i < 20; i++) {
            int chat = i;
            Thread thread = Thread.ofPlatform().start(() -> {
                pass(gate, chat);
                order.add(chat);
            });
            waiting.add(thread);
            BotHarness.await(
                    "it waits",
                    () -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
        }
        for (Thread thread : waiting) {
            thread.join();
        }

        assertThat(order)
                .containsExactlyElementsOf(IntStream.range(10, 20).boxed().toList());
    }

    private SendGate gate(int rate) {
        return new SendGate(
                new SendLimiter(Rates.ofTelegram(rate)),
                new MigratedChats(TelegramBot.openDatabase(folder.resolve("telegram.db"))),
                new BotMetrics(new Metrics()));
    }

    private static void pass(SendGate gate, long chat) {
        try {
            gate.pass("sendMessage", fields(chat)).close();
        } catch (BotApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(BotApi api, long chat) {
        try {
            api.call("sendMessage", fields(chat));
        } catch (BotApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode fields(long chat) {
        return new ObjectMapper().createObjectNode().put("chat_id", chat).put("text", "hello");
    }

    /** The most that lie in any second. */
    private static int most(List<Instant> ascending) {
        int most = 0;
        int from = 0;
        for (int i = 0; i < ascending.size(); i++) {
            while (Duration.between(ascending.get(from), ascending.get(i)).compareTo(SECOND) >= 0) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }
}
