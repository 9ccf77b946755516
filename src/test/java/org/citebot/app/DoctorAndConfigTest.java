package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.citebot.app.TestHome.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorAndConfigTest {

    private static final String TOKEN = "4711:canary-token";

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void oneDocument() {
        home = new TestHome(folder);
        home.write("seeds/pier.md", TestHome.PIER);
    }

    @Test
    void withoutATokenEverythingElseIsWell() {
        Run run = home.run("doctor");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines())
                .hasSize(7)
                .anySatisfy(line -> assertThat(line).startsWith("ok  Java: 25"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("ok  Settings: ").contains("missing"))
                .anySatisfy(line -> assertThat(line).startsWith("ok  Documents: 1 document in "))
                .anySatisfy(line -> assertThat(line).startsWith("ok  Index: 1 passage, 0 of them"))
                .anySatisfy(line -> assertThat(line).startsWith("ok  Embedding model: none"))
                .anySatisfy(line -> assertThat(line).isEqualTo("ok  Language model: none, so answers are quotations"))
                .anySatisfy(line -> assertThat(line).startsWith("--  Telegram: no bot token yet"));
    }

    @Test
    void aTokenThatTelegramKnowsIsWell() throws IOException {
        Run run = doctor(200, "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"username\":\"pier_bot\"}}");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .endsWith("ok  Telegram: @pier_bot", "ok  Updates: fetched, 0 updates wait at Telegram");
    }

    @Test
    void aTokenThatTelegramDoesNotKnowIsALineWithoutTheToken() throws IOException {
        Run run = doctor(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines())
                .filteredOn(line -> line.startsWith("NO"))
                .singleElement()
                .asString()
                .contains("telegram.token", "@BotFather");
        assertThat(run.out() + run.err()).doesNotContain("canary");
    }

    @Test
    void aBotApiThatDoesNotAnswerIsALineWithoutTheToken() {
        home.with("CITEBOT_TELEGRAM_TOKEN", TOKEN).with("CITEBOT_TELEGRAM_API_URL", "http://127.0.0.1:1");
        Run doctor = home.run("doctor");
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.outLines())
                .filteredOn(line -> line.startsWith("NO"))
                .singleElement()
                .asString()
                .contains("telegram.api-url", "127.0.0.1:1");
        Run run = home.run("run");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("telegram.api-url", "127.0.0.1:1");
        assertThat(doctor.out() + doctor.err() + run.out() + run.err()).doesNotContain("canary");
    }

    @Test
    void aBotWithoutATokenDoesNotStart() {
        Run run = home.run("run");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("@BotFather", "CITEBOT_TELEGRAM_TOKEN");
    }

    @Test
    void theSettingsInForceAreShownWithoutSecrets() {
        home.write("config/citebot.yaml", "telegram:\n  workers: 2\n");
        Run run = home.with("CITEBOT_TELEGRAM_TOKEN", TOKEN)
                .with("CITEBOT_DATA", "elsewhere")
                .run("config");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .contains("telegram.workers: 2", "telegram.token: ***", "data: elsewhere", "corpus.folder: seeds")
                .filteredOn(line -> line.startsWith("#"))
                .anySatisfy(line -> assertThat(line).contains("CITEBOT_TELEGRAM_TOKEN"));
        assertThat(run.out() + run.err()).doesNotContain("canary");
    }

    private Run doctor(int status, String answer) throws IOException {
        HttpServer telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        telegram.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        telegram.start();
        try {
            return home.with("CITEBOT_TELEGRAM_TOKEN", TOKEN)
                    .with(
                            "CITEBOT_TELEGRAM_API_URL",
                            "http://127.0.0.1:" + telegram.getAddress().getPort())
                    .run("doctor");
        } finally {
            telegram.stop(0);
        }
    }
}
