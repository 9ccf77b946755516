package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.FileDownload.Result;
import org.citebot.telegram.fake.Delivery;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDownloadTest {

    private static final int CAP = 100_000;
    private static final String PATH = "documents/file_1.txt";

    private final FakeTelegramServer server = new FakeTelegramServer();
    private final BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(20));
    private final FileDownload download = new FileDownload(api);

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50_000, CAP})
    void aFileComesAsItIs(int size) throws BotApiException {
        byte[] content = bytes(size);
        server.files().put("f", content);

        assertThat(fetched("f")).isEqualTo(content);
    }

    @Test
    void aFileOfUnknownSizeComesAsItIs() throws BotApiException {
        byte[] content = bytes(CAP);
        server.files().put("f", PATH, null, Delivery.ofUnknownLength(content));

        assertThat(fetched("f")).isEqualTo(content);
    }

    @Test
    void aSlowFileComes() throws BotApiException {
        byte[] content = bytes(50);
        server.files().put("f", PATH, null, Delivery.slow(content, 10, Duration.ofMillis(10)));

        assertThat(fetched("f")).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents/a b?c#d%2e%2e&ä.txt", "a", "documents/..a/b..", "documents/%2e%2e/x", "a:b/c"})
    void anyPathIsAskedForAsItIs(String path) throws BotApiException {
        server.files().put("f", path, null, Delivery.whole(bytes(5)));

        assertThat(fetched("f")).hasSize(5);
    }

    @Test
    void whatTheMessageCallsTooBigIsNotAskedFor() throws BotApiException {
        server.files().put("f", bytes(5));

        assertThat(download.fetch("f", CAP + 1L, CAP)).isEqualTo(new Result.TooBig());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatTheServerCallsTooBigIsNotDownloaded() throws BotApiException {
        server.files().put("f", PATH, CAP + 1L, Delivery.whole(bytes(5)));

        assertThat(fetch("f")).isEqualTo(new Result.TooBig());
        assertThat(server.requests("file")).isEmpty();
    }

    @Test
    void aSizeThatLiesHelpsNobody() throws BotApiException {
        server.files().put("announced", "documents/1", 5L, Delivery.whole(bytes(CAP + 1)));
        server.files().put("silent", "documents/2", 5L, Delivery.ofUnknownLength(bytes(CAP + 1)));
        server.files().put("endless", "documents/3", null, Delivery.endless());

        assertThat(download.fetch("announced", 5L, CAP)).isEqualTo(new Result.TooBig());
        assertThat(download.fetch("silent", 5L, CAP)).isEqualTo(new Result.TooBig());
        assertThat(download.fetch("endless", null, CAP)).isEqualTo(new Result.TooBig());
    }

    @Test
    void aFileThatTelegramNoLongerHasIsGone() throws BotApiException {
        server.files().put("lost", PATH, null, Delivery.status(404));
        server.files().put("refused", "documents/2", null, Delivery.status(400));
        server.files().put("nowhere", null, 5L, Delivery.whole(bytes(5)));

        assertThat(fetch("unknown")).isEqualTo(new Result.Gone());
        assertThat(fetch("lost")).isEqualTo(new Result.Gone());
        assertThat(fetch("refused")).isEqualTo(new Result.Gone());
        assertThat(fetch("nowhere")).isEqualTo(new Result.Gone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/lib/bot/%s/documents/a.txt", "C:\\bot\\%s\\a.txt", "\\\\host\\%s", "//host/%s/a"})
    void aFileOnTheDiskOfTheServerIsNotServedAndItsPathIsNotRepeated(String path) throws BotApiException {
        String secret = server.token().reveal();
        server.files().put("f", path.formatted(secret), null, Delivery.whole(bytes(5)));

        assertThat(fetch("f"))
                .isInstanceOfSatisfying(
                        Result.NotServed.class,
                        result -> assertThat(result.reason())
                                .contains("telegram.api-url", "--local")
                                .doesNotContain(secret, "CANARY"));
        assertThat(server.requests("file")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../getMe", "documents/../../bot1/getMe", "documents/./a", "documents//a", "documents/"})
    void aPathThatLeadsElsewhereIsNotFollowed(String path) throws BotApiException {
        server.files().put("f", path, null, Delivery.whole(bytes(5)));

        assertThat(fetch("f")).isInstanceOf(Result.NotServed.class);
        assertThat(server.requests("file")).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.files().put("there", "documents/there", null, Delivery.whole(bytes(5)));
        server.files()
                .put(
                        "f",
                        PATH,
                        null,
                        Delivery.redirect("/file/bot" + server.token().reveal() + "/documents/there"));

        assertThat(failure(download, "f")).isEqualTo(Kind.SERVER);
        assertThat(server.requests("file")).hasSize(1);
    }

    @Test
    void aFileThatBreaksOffIsNotTakenForTheWhole() {
        server.files().put("f", PATH, null, Delivery.announced(bytes(10), 50));

        assertThat(failure(download, "f")).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"401, SERVER", "403, SERVER", "429, SERVER", "500, SERVER", "502, SERVER", "204, UNINTELLIGIBLE"})
    void anyOtherAnswerIsTroubleThatMayPass(int code, Kind kind) {
        server.files().put("f", PATH, null, Delivery.status(code));

        assertThat(failure(download, "f")).isEqualTo(kind);
    }

    @Test
    void theBotApisOwnAnswersKeepTheirKind() {
        server.files().put("f", bytes(5));
        server.faults()
                .next("getFile", new Fault.TooManyRequests(Duration.ofSeconds(3)), new Fault.Refused(404, "Not Found"));

        assertThat(failure(download, "f")).isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(failure(download, "f")).isEqualTo(Kind.UNKNOWN_BOT);
        server.revokeToken();
        assertThat(failure(download, "f")).isEqualTo(Kind.UNKNOWN_BOT);
    }

    @Test
    void aFileThatTricklesEndsAtTheDeadline() {
        server.files().put("f", PATH, null, Delivery.slow(bytes(CAP), 1, Duration.ofMillis(20)));

        assertThat(failure(new FileDownload(api, Duration.ofMillis(500), Duration.ofSeconds(20)), "f"))
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aFileThatStallsEndsSooner() {
        server.files().put("f", PATH, null, Delivery.slow(bytes(CAP), 1, Duration.ofSeconds(15)));

        assertThat(failure(new FileDownload(api, Duration.ofSeconds(60), Duration.ofMillis(200)), "f"))
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void closingEndsADownload() throws InterruptedException {
        server.files().put("f", PATH, null, Delivery.slow(bytes(CAP), 1, Duration.ofMillis(50)));
        Thread closer = Thread.ofVirtual().start(() -> {
            BotHarness.await("it comes", () -> !server.requests("file").isEmpty());
            api.close();
        });

        long start = System.nanoTime();
        assertThat(failure(download, "f")).isEqualTo(Kind.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
        closer.join();
        assertThat(failure(download, "f")).isEqualTo(Kind.UNREACHABLE);
        assertThat(server.requests("file")).hasSize(1);
    }

    private Result fetch(String fileId) throws BotApiException {
        return download.fetch(fileId, null, CAP);
    }

    private byte @Nullable [] fetched(String fileId) throws BotApiException {
        return fetch(fileId) instanceof Result.Fetched fetched ? fetched.content() : null;
    }

    private static Kind failure(FileDownload download, String fileId) {
        try {
            throw new AssertionError("It did not fail: " + download.fetch(fileId, null, CAP));
        } catch (BotApiException e) {
            return e.kind();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
