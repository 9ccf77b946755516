package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;

class BotApiTest {

    private final FakeTelegramServer server = new FakeTelegramServer();
    private final BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(1));

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, UNKNOWN_BOT",
        "403, FORBIDDEN",
        "404, UNKNOWN_BOT",
        "409, CONFLICT",
        "429, TOO_MANY_REQUESTS",
        "418, SERVER",
        "503, SERVER"
    })
    void theKindOfAFailureIsToldByItsCode(int code, Kind kind) {
        server.faults().next("getMe", new Fault.Refused(code, "words"));

        assertThat(failure().kind()).isEqualTo(kind);
    }

    @Test
    void aCallThatBreaksIsNotRepeatedBehindOurBack() throws BotApiException {
        api.call(new GetMe());
        server.faults().next("getMe", new Fault.CutBefore());

        assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(server.requests("getMe")).hasSize(2);
    }

    @Test
    void aCallThatHangsEndsInTime() {
        server.faults().next("getMe", new Fault.Hang(Duration.ofSeconds(20)));

        assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void theTimeToWaitIsRead() {
        server.faults().next("getMe", new Fault.TooManyRequests(Duration.ofSeconds(33)));

        assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(33));
    }

    @Test
    void nothingIsCalledAfterClosing() {
        api.close();

        assertThatThrownBy(() -> api.call(new GetMe())).isInstanceOf(BotApiException.class);
        assertThat(server.requests()).isEmpty();
    }

    private BotApiException failure() {
        try {
            api.call(new GetMe());
        } catch (BotApiException e) {
            return e;
        }
        throw new AssertionError("It did not fail");
    }
}
