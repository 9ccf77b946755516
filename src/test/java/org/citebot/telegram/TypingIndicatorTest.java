package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypingIndicatorTest {

    private static final ReplyTarget TARGET = new ReplyTarget(5, null, 1, false);

    private final FakeTelegramServer server = new FakeTelegramServer();
    private final BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(20));

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void itIsRenewedUntilItIsClosed() throws InterruptedException {
        server.openPrivateChat(TARGET.chat());
        TypingIndicator typing = start();
        BotHarness.await("renewed", () -> server.requests("sendChatAction").size() >= 3);
        typing.close();
        int before = server.requests("sendChatAction").size();
        Thread.sleep(200);

        assertThat(server.requests("sendChatAction")).hasSize(before);
    }

    @Test
    void itIsRenewedThoughItFails() {
        server.faults().always("sendChatAction", new Fault.Refused(500, "Internal Server Error"));
        TypingIndicator typing = start();
        BotHarness.await("renewed", () -> server.requests("sendChatAction").size() >= 3);

        typing.close();
    }

    @Test
    void closingDoesNotWaitForAServerThatHangs() {
        server.faults().always("sendChatAction", new Fault.Hang(Duration.ofSeconds(15)));
        TypingIndicator typing = start();
        BotHarness.await("hangs", () -> server.requests("sendChatAction").size() == 1);
        long start = System.nanoTime();
        typing.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private TypingIndicator start() {
        return TypingIndicator.start(new MessageSender(api, false), TARGET, Duration.ofMillis(40));
    }
}
