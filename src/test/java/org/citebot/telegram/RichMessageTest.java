package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.citebot.telegram.limit.Quotas;
import org.citebot.telegram.limit.SendLimiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers as rich messages: where they are wanted, and only where Telegram takes them. The server validates each request by
 * the description of the Bot API, where that is there; what it refused would arrive in the usual form.
 */
class RichMessageTest {

    private static final Fault REFUSED = new Fault.Refused(400, "Bad Request: rich messages are not for you");

    @TempDir
    private Path folder;

    private FakeTelegramServer server;
    private BotHarness harness;

    @BeforeEach
    void start() {
        harness = new BotHarness(folder);
        server = harness.server;
        TelegramSettings settings = new TelegramSettings(
                Optional.of(server.token()),
                server.url(),
                Duration.ofSeconds(20),
                2,
                30,
                Quotas.Limits.NONE,
                false,
                Optional.empty(),
                true);
        harness.start(settings, SendLimiter.Rates.UNLIMITED);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void aNumberLeadsToItsSourceAndTheSourceUnfoldsToItsPassage() {
        server.say(ADA, "one");
        harness.awaitQuiet();

        FakeMessage answer = server.messages(ADA).getFirst();
        assertThat(server.requests("sendMessage")).isEmpty();
        assertThat(server.requests("sendRichMessage")).hasSize(1);
        assertThat(answer.html())
                .contains("ice is early. <a href=\"#source-1\">[1]</a></p>")
                .contains("<details><summary><tg-reference name=\"source-1\">[1]</tg-reference>")
                .contains("</summary><blockquote><p>The ferry to the island stops on Monday.")
                .doesNotContain("expandable");
        assertThat(answer.keyboard()).isNotEmpty();
    }

    @Test
    void whatIsRefusedTakesTheUsualForm() {
        server.faults().next("sendRichMessage", REFUSED);
        server.say(ADA, "one");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(server.messages(ADA).getFirst().html())
                .contains("ice is early. [1]")
                .contains("<blockquote expandable>")
                .doesNotContain("details", "tg-reference");
    }

    @Test
    void aServerThatKnowsNoRichMessagesIsSentTheUsualForm() {
        server.faults().always("sendRichMessage", new Fault.Refused(404, "Not Found: method not found"));
        server.say(ADA, "one");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(server.messages(ADA).getFirst().html()).contains("<blockquote expandable>");
    }

    @Test
    void anAnswerThatIsChangedStaysRich() {
        int question = server.say(ADA, "one");
        harness.awaitQuiet();
        server.edit(ADA, question, "two");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(server.requests("editMessageText"))
                .allSatisfy(request -> assertThat(request.fields().has("text")).isFalse());
    }
}
