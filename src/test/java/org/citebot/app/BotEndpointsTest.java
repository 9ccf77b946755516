package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.citebot.FaultReport;
import org.citebot.answering.Answer;
import org.citebot.answering.FailureKind;
import org.citebot.answering.Question;
import org.citebot.answering.Searched;
import org.citebot.answering.Timings;
import org.citebot.config.Secret;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.moderation.Moderation;
import org.citebot.operation.HealthCheck;
import org.citebot.operation.Metrics;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.TelegramSettings;
import org.citebot.telegram.WebhookSettings;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.limit.Quotas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot serves, over real HTTP. */
@Tag("faults")
class BotEndpointsTest {

    private static final long ANN = 7_007_007;
    private static final Secret SECRET = new Secret("WEBHOOKCANARY_0123456789");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Metrics metrics = Metrics.ofProcess();
    private FakeTelegramServer telegram;
    private TelegramBot bot;
    private WebServer webhook;

    @BeforeEach
    void start() {
        telegram = new FakeTelegramServer();
        telegram.openPrivateChat(ANN);
        WebhookSettings settings =
                new WebhookSettings(URI.create("https://bot.example.org/hook"), "127.0.0.1", 0, SECRET);
        bot = make(settings);
        webhook = BotEndpoints.webhook(settings, bot);
    }

    @AfterEach
    void close() {
        bot.close();
        webhook.close();
        telegram.close();
        http.close();
    }

    private TelegramBot make(WebhookSettings settings) {
        Clock clock = Clock.systemUTC();
        Database database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), clock);
        Desk desk = new Desk(Moderation.over(store, folder, clock), store, database, clock);
        TelegramSettings all = new TelegramSettings(
                Optional.of(telegram.token()),
                telegram.url(),
                Duration.ofSeconds(5),
                2,
                30,
                Quotas.Limits.NONE,
                false,
                Optional.of(settings),
                false);
        return new TelegramBot(all, AnswerSource.of(BotEndpointsTest::answer, store), desk, database, metrics, clock);
    }

    private static Answer answer(Question question) {
        return new Answer.Unavailable(
                question.text(),
                FailureKind.RESOURCES,
                "Not now.",
                Searched.NOTHING,
                new Timings(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void whoDoesNotKnowTheSecretIsTurnedAway() throws Exception {
        bot.start();
        Random random = new Random(48);
        int attempts = FaultReport.rounds(100, 1_000);
        assertThat(post(null, "{}").statusCode()).isEqualTo(401);
        assertThat(post("", "{}").statusCode()).isEqualTo(401);
        for (int i = 0; i < attempts; i++) {
            char[] wrong = SECRET.reveal().toCharArray();
            wrong[random.nextInt(wrong.length)] = '-';
            assertThat(post(new String(wrong), "{\"update_id\":1}").statusCode())
                    .isEqualTo(401);
        }
        assertThat(get("/hook", webhook.port()).statusCode()).isEqualTo(404);
        assertThat(post(SECRET.reveal(), update("hello")).statusCode()).isEqualTo(200);
        FaultReport.note(
                "R48",
                (attempts + 2) + " requests without, with an empty or a wrong secret",
                "0 accepted; compared by hash in constant time; no start without a secret (TelegramSettingsTest)");
    }

    @Test
    void whatCannotBeTakenIsToComeAgain() throws Exception {
        HttpResponse<String> early = post(SECRET.reveal(), update("early"));
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).hasValue("5");

        bot.start();
        assertThat(post(SECRET.reveal(), update("then")).statusCode()).isEqualTo(200);
        assertThat(post(SECRET.reveal(), "no JSON").statusCode()).isEqualTo(200);
        bot.close();
        assertThat(post(SECRET.reveal(), update("late")).statusCode()).isEqualTo(503);
    }

    @Test
    void healthIsGreenOrRedAndSaysWhy() throws Exception {
        HealthCheck well = new HealthCheck("one", true, "fine");
        HealthCheck ill = new HealthCheck("two", false, "it hangs");
        try (WebServer green = serve(List.of(well));
                WebServer red = serve(List.of(well, ill))) {
            assertThat(get("/health", green.port()).statusCode()).isEqualTo(200);
            HttpResponse<String> response = get("/health", red.port());
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body())
                    .contains("\"healthy\":false", "\"two\":{\"healthy\":false,\"detail\":\"it hangs\"}");
        }
    }

    @Test
    void figuresAreNamedAndHoldNobodysWords() throws Exception {
        bot.start();
        post(SECRET.reveal(), update("QUESTIONCANARY"));
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (telegram.messages(ANN).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        Thread.sleep(200);
        try (WebServer monitoring = serve(bot.health())) {
            HttpResponse<String> figures = get("/metrics", monitoring.port());

            assertThat(figures.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(figures.body())
                    .contains(
                            "citebot_updates_received_total 1",
                            "citebot_inbox_waiting 0",
                            "citebot_outbox_waiting 0",
                            "citebot_contact_age_seconds",
                            "citebot_update_seconds_bucket{outcome=\"done\"",
                            "citebot_bot_api_call_seconds_count{method=\"sendmessage\",result=\"ok\"} 1",
                            "jvm_memory_used_bytes")
                    .doesNotContain(
                            "CANARY", String.valueOf(ANN), telegram.token().reveal(), "Ada");
            assertThat(get("/health", monitoring.port()).body()).doesNotContain("CANARY", String.valueOf(ANN));
        }
    }

    private WebServer serve(List<HealthCheck> checks) {
        return BotEndpoints.monitoring(new MonitoringSettings("127.0.0.1", 0), () -> checks, metrics);
    }

    private static String update(String text) {
        return ("{'update_id':%d,'message':{'message_id':1,'date':%d,'text':'%s',"
                        + "'chat':{'id':%d,'type':'private'},"
                        + "'from':{'id':%d,'is_bot':false,'first_name':'Ada'}}}")
                .formatted(text.hashCode() & 0xffff, System.currentTimeMillis() / 1000, text, ANN, ANN)
                .replace('\'', '"');
    }

    private HttpResponse<String> post(@Nullable String secret, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webhook.port() + "/hook"))
                .POST(BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, int port) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
