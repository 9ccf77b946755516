package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.FORUM;
import static org.citebot.telegram.BotHarness.GROUP;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citebot.corpus.Database;
import org.citebot.operation.Metrics;
import org.citebot.telegram.ChatQueues.Outcome;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.UpdateDecoder.UnreadableUpdateException;
import org.citebot.telegram.UpdatePoller.Pace;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presses of buttons, from the server to a handler and back. */
class PressTest {

    private static final FakePerson MOD = new FakePerson(31, "Mo", "mo_the_mod", false);
    private static final Keyboard OK = new Keyboard(List.of(List.of(new Button("OK", "ok:1"))));

    private final FakeTelegramServer server = new FakeTelegramServer();
    private final BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(20));
    private final MessageSender sender = new MessageSender(api, false);
    private final UpdateDecoder decoder = new UpdateDecoder();
    private final List<Handled> handled = new CopyOnWriteArrayList<>();

    private record Handled(long chat, Received received) {}

    @TempDir
    private Path folder;

    private Database database;
    private ChatQueues queues;
    private UpdatePoller poller;

    @BeforeEach
    void start() {
        server.openPrivateChat(ADA);
        server.openGroup(GROUP);
        server.openForum(FORUM);
        BotHarness.ShiftedClock clock = new BotHarness.ShiftedClock();
        database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        Inbox inbox = new Inbox(database, clock);
        BotMetrics metrics = new BotMetrics(new Metrics());
        queues = new ChatQueues(inbox, this::handle, 3, metrics, clock);
        Backoff quick = new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), new Random(1));
        Pace pace = new Pace(Duration.ofMillis(50), quick, quick, Thread::sleep);
        BotApi polling = new BotApi(server.url(), server.token(), Duration.ofSeconds(60));
        UpdateReceiver receiver = new UpdateReceiver(inbox, decoder, queues::wake, metrics);
        poller = new UpdatePoller(polling, inbox, receiver, new TelegramContact(clock), Duration.ofSeconds(20), pace);
        queues.start();
        poller.start();
    }

    @AfterEach
    void close() {
        poller.close();
        queues.close();
        api.close();
        server.close();
    }

    @Test
    void pressesAreAskedFor() {
        BotHarness.await("polls", () -> !server.requests("getUpdates").isEmpty());

        assertThat(server.requests("getUpdates")
                        .getFirst()
                        .fields()
                        .path("allowed_updates")
                        .valueStream())
                .extracting(kind -> kind.asText())
                .containsExactlyInAnyOrder(
                        "message", "edited_message", "callback_query", "inline_query", "guest_message");
    }

    @Test
    void aPressTellsWhoPressedWhatAndWhere() throws BotApiException {
        int message = send(GROUP, null);
        String id = server.press(GROUP, MOD, message, "ok:1");

        Received.Pressed press = onlyPress(GROUP);
        assertThat(press.id()).isEqualTo(id);
        assertThat(press.from().getId()).isEqualTo(31);
        assertThat(press.from().getUserName()).isEqualTo("mo_the_mod");
        assertThat(press)
                .extracting(
                        Received.Pressed::data,
                        Received.Pressed::chat,
                        Received.Pressed::direct,
                        Received.Pressed::message,
                        Received.Pressed::topic,
                        Received.Pressed::accessible)
                .containsExactly("ok:1", GROUP, false, message, null, true);
        assertThat(ReplyTarget.of(press)).isEqualTo(new ReplyTarget(GROUP, null, message, true));
    }

    @Test
    void aPressInAPrivateChatIsDirect() throws BotApiException {
        server.press(ADA, new FakePerson(ADA, "Ada"), send(ADA, null), "ok:1");

        assertThat(onlyPress(ADA).direct()).isTrue();
        assertThat(ReplyTarget.of(onlyPress(ADA)).quoting()).isFalse();
    }

    @Test
    void aPressInATopicStaysInIt() throws BotApiException {
        server.press(FORUM, MOD, send(FORUM, 8), "ok:1");

        assertThat(onlyPress(FORUM).topic()).isEqualTo(8);
        assertThat(ReplyTarget.of(onlyPress(FORUM)).topic()).isEqualTo(8);
    }

    @Test
    void aPressBelowAMessageThatIsOutOfReachComesToo() {
        server.pressInaccessible(GROUP, MOD, 99, "forged");

        Received.Pressed press = onlyPress(GROUP);
        assertThat(press.accessible()).isFalse();
        assertThat(press.message()).isEqualTo(99);
        assertThat(press.data()).isEqualTo("forged");
    }

    @Test
    void messagesAndPressesOfAChatAreHandledInTheOrderInWhichTheyCame() throws BotApiException {
        Random random = new Random(20_261_124);
        List<String> expected = new ArrayList<>();
        for (long chat = 1; chat <= 10; chat++) {
            server.openPrivateChat(chat);
            assertThat(send(chat, null)).isEqualTo(1);
        }
        for (int i = 0; i < 200; i++) {
            long chat = 1L + random.nextInt(10);
            FakePerson person = new FakePerson(chat, "Ada");
            String what = chat + ": event " + i;
            if (random.nextBoolean()) {
                server.say(chat, person, what);
            } else {
                server.press(chat, person, 1, what);
            }
            expected.add(what);
        }
        BotHarness.await("all are handled", () -> handled.size() == 200);

        for (long chat = 1; chat <= 10; chat++) {
            String start = chat + ":";
            assertThat(in(chat).map(PressTest::words))
                    .containsExactlyElementsOf(expected.stream()
                            .filter(what -> what.startsWith(start))
                            .toList());
        }
    }

    @Test
    void aPressWithoutAPlaceIsPassedAndOneThatCannotBeReadIsSetAside() {
        postPress(query -> query.put("inline_message_id", "abc").put("data", "ok:1"));
        postPress(query -> putMessage(query).put("game_short_name", "chess"));
        postPress(query -> putMessage(query).put("data", "ok:1").remove("from"));
        postPress(query -> putMessage(query).put("data", "ok:1").remove("id"));
        postPress(query -> query.put("data", "ok:1").putObject("message").put("date", 0));
        server.say(ADA, "after them");
        BotHarness.await("the message is handled", () -> in(ADA).count() == 1);

        assertThat(handled).hasSize(1);
        assertThat(inState("done")).isGreaterThanOrEqualTo(2);
        assertThat(inState("unreadable")).isEqualTo(3);
    }

    @Test
    void aPressIsAnsweredWithANoticeOrWithout() throws BotApiException {
        String first = server.press(GROUP, MOD, send(GROUP, null), "ok:1");
        sender.answerPress(first, "Accepted");
        sender.answerPress(first, null);

        assertThat(server.transcript(GROUP))
                .contains("Mo presses (1): ok:1\n(bot answers " + first + ": Accepted)\n(bot answers " + first + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀", "x😀"})
    void aNoticeThatIsTooLongIsCutBetweenCharacters(String character) throws BotApiException {
        String press = server.press(GROUP, MOD, send(GROUP, null), "ok:1");
        sender.answerPress(press, character.repeat(201));

        String shown = server.requests("answerCallbackQuery")
                .getFirst()
                .fields()
                .path("text")
                .asText();
        assertThat(shown).endsWith("…").hasSizeBetween(199, 200);
        assertThat(shown.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        assertThat(server.transcript(GROUP)).contains("(bot answers " + press + ": " + character);
    }

    @Test
    void aPressThatIsTooOldIsNoFailure() throws BotApiException {
        String press = server.press(GROUP, MOD, send(GROUP, null), "ok:1");
        server.expirePresses();
        sender.answerPress(press, "Accepted");

        assertThat(server.requests("answerCallbackQuery")).hasSize(1);
        assertThat(server.transcript(GROUP)).doesNotContain("bot answers");
    }

    @Test
    void troubleWithTheServerIsAFailure() {
        server.revokeToken();

        assertThatThrownBy(() -> sender.answerPress("press-1", null)).isInstanceOf(BotApiException.class);
    }

    private Outcome handle(StoredUpdate update) {
        try {
            decoder.decode(update.json()).ifPresent(received -> handled.add(new Handled(update.chat(), received)));
            return new Outcome.Done();
        } catch (UnreadableUpdateException e) {
            return new Outcome.Failed();
        }
    }

    private int send(long chat, @Nullable Integer topic) throws BotApiException {
        return sender.send(new ReplyTarget(chat, topic, 0, false), FormattedText.plain("Sure?"), OK)
                .orElseThrow();
    }

    private Received.Pressed onlyPress(long chat) {
        BotHarness.await("it is handled", () -> in(chat).count() == 1);
        return (Received.Pressed) in(chat).findFirst().orElseThrow();
    }

    private Stream<Received> in(long chat) {
        return handled.stream().filter(one -> one.chat() == chat).map(Handled::received);
    }

    private static String words(Received received) {
        return switch (received) {
            case Received.Written written -> written.message().getText();
            case Received.Pressed press -> press.data();
            case Received.Searched search -> search.query();
            case Received.Called call -> call.message().getText();
        };
    }

    private void postPress(Consumer<ObjectNode> content) {
        server.postRaw(update -> {
            ObjectNode query = update.putObject("callback_query").put("id", "1").put("chat_instance", "1");
            query.putObject("from").put("id", 31).put("is_bot", false).put("first_name", "Mo");
            content.accept(query);
        });
    }

    private static ObjectNode putMessage(ObjectNode query) {
        query.putObject("message")
                .put("message_id", 5)
                .put("date", 0)
                .putObject("chat")
                .put("id", GROUP)
                .put("type", "supergroup");
        return query;
    }

    private int inState(String state) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM inbox WHERE state = ?")
                        .bind(0, state)
                        .mapTo(Integer.class)
                        .one());
    }
}
