package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.citebot.FaultReport;
import org.citebot.config.Secret;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.limit.SendLimiter.Rates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Updates that Telegram brings. The endpoint itself is tested with the commands. */
@Tag("faults")
@ResourceLock("log")
class WebhookTest {

    private static final Secret SECRET = new Secret("WEBHOOKCANARY_0123456789");

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;
    private HttpServer endpoint;
    private WebhookSettings settings;
    private volatile @Nullable TelegramBot bot;

    @BeforeEach
    void make() throws IOException {
        harness = new BotHarness(folder);
        server = harness.server;
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        endpoint.createContext("/hook", this::take);
        endpoint.start();
        int port = endpoint.getAddress().getPort();
        settings = new WebhookSettings(URI.create("http://127.0.0.1:" + port + "/hook"), "127.0.0.1", port, SECRET);
        server.longestWebhookWait(Duration.ofMillis(100));
    }

    @AfterEach
    void close() {
        stop();
        harness.close();
        endpoint.stop(0);
    }

    @Test
    void whatTelegramBringsIsAnswered() {
        start();
        server.say(ADA, "one");
        server.say(ADA, "two");
        harness.awaitQuiet();

        assertThat(harness.answerer.asked()).containsExactly("one", "two");
        assertThat(server.messages(ADA)).hasSize(2);
        assertThat(server.requests("getUpdates")).isEmpty();
    }

    @Test
    void stoppingLeavesTheWebhookAndNothingIsLost() {
        start();
        server.say(ADA, "before");
        harness.awaitQuiet();
        stop();
        server.say(ADA, "meanwhile");
        start();
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(2);
        assertThat(server.requests("deleteWebhook")).isEmpty();
        FaultReport.note("R12", "stop and restart under webhook", "0 deleteWebhook calls, 0 lost");
    }

    @Test
    void whatFindsNoRoomIsBroughtAgain() {
        CountDownLatch busy = new CountDownLatch(1);
        harness.answerer.script(question -> {
            await(busy);
            return SampleAnswers.ferry(question);
        });
        start();
        fill(Inbox.CAPACITY);
        server.say(BEN, "one more");
        BotHarness.await("refused", () -> server.webhookAnswers().contains(503));
        assertThat(server.unconfirmed()).isEqualTo(1);

        harness.database.jdbi().useTransaction(handle -> handle.execute("DELETE FROM inbox WHERE update_id >= 500000"));
        busy.countDown();
        harness.awaitQuiet();
        assertThat(server.messages(BEN)).hasSize(1);
    }

    @Test
    void anotherAddressAtTelegramIsAnAlert() {
        TelegramBot started = start();
        Webhook webhook = new Webhook(
                new BotApi(server.url(), server.token(), Duration.ofSeconds(5)),
                new WebhookSettings(URI.create("https://other.example/hook"), "127.0.0.1", 1, SECRET),
                new UpdateReceiver(
                        new Inbox(harness.database, harness.clock),
                        new UpdateDecoder(),
                        () -> {},
                        new BotMetrics(harness.metrics)),
                new TelegramContact(harness.clock));
        try (LogCapture logs = new LogCapture()) {
            webhook.look();

            assertThat(logs.text()).contains("ALERT").doesNotContain("WEBHOOKCANARY");
        }
        assertThat(started.health()).allMatch(check -> check.healthy());
    }

    @Test
    void onlyTheRightSecretIsTheSecret() {
        TelegramBot made = harness.make(withWebhook(), Rates.UNLIMITED);

        assertThat(made.isFromTelegram(SECRET.reveal())).isTrue();
        assertThat(made.isFromTelegram(null)).isFalse();
        assertThat(made.isFromTelegram("")).isFalse();
        assertThat(made.isFromTelegram(SECRET.reveal() + " ")).isFalse();
        assertThat(made.isFromTelegram(SECRET.reveal().substring(1))).isFalse();
    }

    @Test
    void withoutAWebhookNobodyIsTelegram() {
        TelegramBot made = harness.make(BotHarness.settings(server.url(), server, 1), Rates.UNLIMITED);

        assertThat(made.isFromTelegram("")).isFalse();
        assertThat(made.isFromTelegram(null)).isFalse();
    }

    @Test
    void aRefusedAddressIsToldAtTheStart() {
        settings = new WebhookSettings(URI.create("http://bot.example/hook"), "127.0.0.1", 1, SECRET);

        assertThatThrownBy(() -> harness.start(withWebhook(), Rates.UNLIMITED))
                .isInstanceOf(UnreachableBotApiException.class)
                .hasMessageContaining("HTTPS");
    }

    @Test
    void aWebhookThatIsInTheWayOfPollingIsReportedAndCanBeDeleted() {
        server.webhook(true);
        try (LogCapture logs = new LogCapture()) {
            harness.start();
            BotHarness.await("alert", () -> logs.text().contains("--delete-webhook"));
        }
        TelegramBot.deleteWebhook(BotHarness.settings(server.url(), server, 1));
        server.say(ADA, "one");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
    }

    private TelegramSettings withWebhook() {
        return BotHarness.settings(server, server.url(), 4, Optional.of(settings));
    }

    private TelegramBot start() {
        TelegramBot made = harness.make(withWebhook(), Rates.UNLIMITED);
        made.start();
        bot = made;
        return made;
    }

    private void stop() {
        TelegramBot running = bot;
        if (running != null) {
            running.close();
            bot = null;
        }
    }

    private void fill(int count) {
        harness.database.jdbi().useTransaction(handle -> {
            for (int i = 0; i < count; i++) {
                handle.execute(
                        "INSERT INTO inbox (update_id, chat_id, json, state, received, not_before)"
                                + " VALUES (?, ?, '{}', 'waiting', 0, 9000000000000)",
                        500_000 + i,
                        i);
            }
        });
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            TelegramBot running = bot;
            boolean known = running != null
                    && running.isFromTelegram(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            int code =
                    !known || running == null ? 502 : running.receive(body) == TelegramBot.Receipt.STORED ? 200 : 503;
            exchange.getResponseHeaders().set("Retry-After", "1");

            exchange.sendResponseHeaders(code, -1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
