package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.FORUM;
import static org.citebot.telegram.BotHarness.GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.citebot.answering.Answer;
import org.citebot.telegram.fake.Entity;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.citebot.telegram.fake.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees. */
class TelegramBotTest {

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;

    @BeforeEach
    void start() {
        harness = new BotHarness(folder);
        server = harness.server;
        harness.start();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void aQuestionIsAnsweredWithItsCitation() {
        server.say(ADA, "What did the harbour master say?");
        harness.awaitQuiet();

        FakeMessage answer = onlyMessage(ADA);
        assertThat(answer.text())
                .startsWith("The harbour master said that ice is early. [1]\n\n"
                        + "[1] Ferry stops for the winter, The Ferry Gazette, ");
        assertThat(answer.data("[1]")).startsWith("cite:");
        assertThat(entities(answer, "expandable_blockquote")).isEmpty();
        assertThat(entities(answer, "text_link")).containsExactly("Ferry stops for the winter");
        assertThat(answer.replyTo()).isNull();
        assertThat(server.transcript(ADA)).contains("person (1): What did", "bot (2): The harbour master");
    }

    @Test
    void everySendTurnsLinkPreviewsOff() {
        int question = server.say(ADA, "What did the harbour master say?");
        harness.awaitQuiet();
        harness.answerer.script(SampleAnswers::nothing);
        server.edit(ADA, question, "Who won?");
        harness.awaitQuiet();

        assertThat(server.requests())
                .filteredOn(request -> request.fields().has("text"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.fields()
                                .path("link_preview_options")
                                .path("is_disabled")
                                .asBoolean())
                        .isTrue());
    }

    @Test
    void typingIsShownBeforeAnAnswerThatTakesItsTime() {
        harness.answerer.script(question -> {
            BotHarness.await("typing", () -> !server.requests("sendChatAction").isEmpty());
            return SampleAnswers.ferry(question);
        });
        server.say(ADA, "What did the harbour master say?");
        harness.awaitQuiet();

        JsonNode action = server.requests("sendChatAction").getFirst().fields();
        assertThat(action.path("action").asText()).isEqualTo("typing");
        assertThat(server.requests().stream().map(RecordedRequest::method).map(String::toLowerCase))
                .containsSubsequence("sendchataction", "sendmessage");
    }

    @Test
    void theAnswerComesWhereTypingCannotBeShown() {
        server.faults().always("sendChatAction", new Fault.Refused(500, "Internal Server Error"));
        server.say(ADA, "What did the harbour master say?");
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
    }

    @Test
    void theMenuOfCommandsIsPublished() {
        assertThat(server.requests("setMyCommands"))
                .extracting(request -> request.fields().path("language_code").asText("")
                        + request.fields().path("scope").path("type").asText(""))
                .contains("", "ru", "uk", "be", "pl", "all_group_chats", "plall_group_chats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/help", "/help@citebot_test_bot", "/start now"})
    void commandsOfTheBotAreAnsweredAtOnce(String command) {
        server.say(ADA, command);
        harness.awaitQuiet();

        assertThat(onlyMessage(ADA).text()).contains("question");
        assertThat(harness.answerer.asked()).isEmpty();
    }

    @Test
    void anUnknownCommandPointsAtHelp() {
        server.say(ADA, "/nonsense");
        harness.awaitQuiet();

        FakeMessage reply = onlyMessage(ADA);
        assertThat(entities(reply, "bot_command")).containsExactly("/help");
        assertThat(harness.answerer.asked()).isEmpty();
    }

    @Test
    void inAGroupOnlyWhatIsMeantForTheBotIsAnswered() {
        server.say(GROUP, "Nice weather");
        server.say(GROUP, "/help@another_bot");
        server.say(GROUP, "/weather");
        server.say(GROUP, "mail me at x@citebot_test_bot.example or @citebot_test_bot2");
        int question = server.say(GROUP, "What did ISW say, @Citebot_Test_Bot?");
        harness.awaitQuiet();

        assertThat(onlyMessage(GROUP).replyTo()).isEqualTo(question);
        assertThat(harness.answerer.asked()).containsExactly("What did ISW say?");
    }

    @Test
    void inAGroupAReplyToTheBotIsAQuestion() {
        server.post(GROUP, message -> {
            message.put("text", "And why?");
            message.putObject("reply_to_message")
                    .put("message_id", 1)
                    .put("date", 1)
                    .putObject("from")
                    .put("id", FakeTelegramServer.BOT_ID)
                    .put("is_bot", true)
                    .put("first_name", "Citebot");
            message.withObject("/reply_to_message/chat").put("id", GROUP).put("type", "supergroup");
        });
        harness.awaitQuiet();

        assertThat(harness.answerer.asked()).containsExactly("And why?");
    }

    @Test
    void inATopicTheAnswerStaysInTheTopic() {
        harness.answerer.script(question -> {
            BotHarness.await("typing", () -> !server.requests("sendChatAction").isEmpty());
            return SampleAnswers.ferry(question);
        });
        server.post(
                FORUM,
                message -> message.put("text", "@citebot_test_bot what did ISW say?")
                        .put("message_thread_id", 9)
                        .put("is_topic_message", true));
        harness.awaitQuiet();

        assertThat(onlyMessage(FORUM).topic()).isEqualTo(9);
        assertThat(server.requests("sendChatAction")
                        .getFirst()
                        .fields()
                        .path("message_thread_id")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void outsideOfTopicsAThreadNumberIsNotSent() {
        server.post(
                GROUP, message -> message.put("text", "@citebot_test_bot why?").put("message_thread_id", 9));
        harness.awaitQuiet();

        assertThat(onlyMessage(GROUP).topic()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice", "video_note", "sticker", "document", "audio", "location"})
    void anAttachmentGetsOnePoliteLine(String kind) {
        server.post(
                ADA,
                message -> message.putObject(kind)
                        .put("file_id", "f")
                        .put("file_unique_id", "u")
                        .put("duration", 1)
                        .put("length", 1)
                        .put("latitude", 1.0)
                        .put("longitude", 1.0));
        harness.awaitQuiet();

        assertThat(onlyMessage(ADA).text()).contains("text only");
        assertThat(harness.answerer.asked()).isEmpty();
    }

    @Test
    void anAlbumGetsOneLineForAllItsPictures() {
        for (int i = 0; i < 5; i++) {
            server.post(ADA, message -> {
                message.put("media_group_id", "album");
                message.putArray("photo").addObject().put("file_id", "f").put("file_unique_id", "u");
            });
        }
        harness.awaitQuiet();

        assertThat(server.messages(ADA)).hasSize(1);
    }

    @Test
    void otherBotsAndServiceMessagesAreIgnored() {
        server.post(
                ADA, message -> message.put("text", "hello").withObject("/from").put("is_bot", true));
        server.post(
                GROUP,
                message -> message.putArray("new_chat_members")
                        .addObject()
                        .put("id", 8)
                        .put("is_bot", false)
                        .put("first_name", "Eve"));
        server.post(ADA, message -> message.put("delete_chat_photo", true));
        harness.awaitQuiet();

        assertThat(server.requests("sendMessage")).isEmpty();
        assertThat(harness.inState("done")).isEqualTo(3);
    }

    @Test
    void anEditedQuestionChangesItsAnswer() {
        int question = server.say(ADA, "What did the harbour master say?");
        harness.awaitQuiet();
        int answer = onlyMessage(ADA).id();
        harness.answerer.script(SampleAnswers::nothing);
        server.edit(ADA, question, "Who won the cup?");
        harness.awaitQuiet();

        FakeMessage changed = onlyMessage(ADA);
        assertThat(changed.id()).isEqualTo(answer);
        assertThat(changed.edited()).isTrue();
        assertThat(changed.text())
                .startsWith("I found no answer to this in the 1 document I searched (Nov 23, 2026).")
                .contains("The nearest thing found, which is no answer:");
    }

    @Test
    void anEditThatChangesNothingSendsNothing() {
        int question = server.say(ADA, "What did the harbour master say?");
        harness.awaitQuiet();
        server.edit(ADA, question, "What did the harbour master say??");
        harness.awaitQuiet();

        assertThat(server.requests("editMessageText")).isEmpty();
        assertThat(server.requests("sendMessage")).hasSize(1);
    }

    @Test
    void aLongAnswerIsOneMessageToLeafThrough() {
        harness.answerer.script(question -> longAnswer(question, 9));
        server.say(ADA, "Tell me all");
        harness.awaitQuiet();
        FakeMessage first = onlyMessage(ADA);
        assertThat(first.text()).contains("Sentence 0").doesNotContain("Sentence 8");

        StringBuilder read = new StringBuilder(first.text());
        FakeMessage shown = first;
        while (shown.keyboard().toString().contains("Later")) {
            server.press(ADA, new FakePerson(ADA, "Ada"), shown.id(), shown.data("Later ›"));
            harness.awaitQuiet();
            shown = onlyMessage(ADA);
            read.append(shown.text());
        }

        assertThat(read).contains("Sentence 8", "Long, The Ferry Gazette");
        assertThat(shown.data("‹ Earlier")).isNotEmpty();
    }

    @Test
    void anAnswerThatSomeoneDeletedIsSentAgain() {
        int question = server.say(ADA, "What did the harbour master say?");
        harness.awaitQuiet();
        server.faults().always("editMessageText", new Fault.Refused(400, "Bad Request: message to edit not found"));
        harness.answerer.script(SampleAnswers::nothing);
        server.edit(ADA, question, "Who won the cup?");
        harness.awaitQuiet();

        assertThat(server.messages(ADA).getLast().text()).startsWith("I found no answer");
    }

    private static Answer longAnswer(String question, int times) {
        String[] sentences = new String[times];
        for (int i = 0; i < times; i++) {
            sentences[i] = "Sentence " + i + " " + "goes on and on ".repeat(100) + "to its end.";
        }
        return SampleAnswers.cited(
                question, SampleAnswers.document(SampleAnswers.details("Long"), sentences), allOf(times));
    }

    private static int[] allOf(int count) {
        return IntStream.range(0, count).toArray();
    }

    private FakeMessage onlyMessage(long chat) {
        assertThat(server.messages(chat)).hasSize(1);
        return server.messages(chat).getFirst();
    }

    private static List<String> entities(FakeMessage message, String type) {
        return message.entities().stream()
                .filter(entity -> entity.type().equals(type))
                .map((Entity entity) -> entity.in(message.text()))
                .toList();
    }
}
