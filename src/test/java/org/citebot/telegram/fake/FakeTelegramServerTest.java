package org.citebot.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeTelegramServerTest {

    private static final long CHAT = 5;
    private static final long GROUP = -100;
    private static final FakePerson BO = new FakePerson(31, "Bo", "bo", false);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeTelegramServer server = new FakeTelegramServer();

    FakeTelegramServerTest() {
        server.openPrivateChat(CHAT);
        server.openGroup(GROUP);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void aWrongTokenIsUnauthorized() throws Exception {
        assertThat(post("bot1:wrong/getMe", "{}").path("error_code").asInt()).isEqualTo(401);
        server.revokeToken();
        assertRefused("getMe", "{}", 401, "Unauthorized");
    }

    @Test
    void unknownMethodsAreNotFound() throws Exception {
        assertRefused("sendTelepathy", "{}", 404, "Not Found");
    }

    @Test
    void unknownFieldsAreRefused() throws Exception {
        assumeTrue(server.validates(), "the Bot API's description is absent");
        assertRefused("sendMessage", "{'chat_id': 5, 'text': 'a', 'txet': 'b'}", 400, "txet");
        assertRefused(
                "sendMessage",
                "{'chat_id': 5, 'text': 'a', 'link_preview_options': {'disabled': true}}",
                400,
                "unknown field \"disabled\"");
    }

    @Test
    void missingFieldsAreRefused() throws Exception {
        assumeTrue(server.validates(), "the Bot API's description is absent");
        assertRefused("sendMessage", "{'chat_id': 5}", 400, "\"text\" is missing");
        assertRefused("setMyCommands", "{'commands': [{'command': 'help'}]}", 400, "\"description\" is missing");
    }

    @Test
    void wrongTypesAreRefused() throws Exception {
        assumeTrue(server.validates(), "the Bot API's description is absent");
        assertRefused("sendMessage", "{'chat_id': 5, 'text': 7}", 400, "must be of type String");
        assertRefused("setMyCommands", "{'commands': ['help']}", 400, "must be of type BotCommand");
    }

    @Test
    void textIsMeasuredAfterParsing() throws Exception {
        String longest = "x".repeat(4095) + "&lt;";
        assertThat(send("<b>" + longest + "</b>").path("ok").asBoolean()).isTrue();
        assertRefusedHtml("<b>" + longest + "y</b>", "message is too long");
        assertRefusedHtml("😀".repeat(2049), "message is too long");
    }

    @Test
    void emptyTextIsRefused() throws Exception {
        assertRefusedHtml(" \n ", "message text is empty");
        assertRefusedHtml("<b></b>", "message text is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>x</p>", "<br>", "<h1>x</h1>", "<ul><li>x</li></ul>", "<span>x</span>", "1 < 2"})
    void tagsThatTelegramDoesNotKnowAreRefused(String html) throws Exception {
        assertRefusedHtml(html, "Unsupported start tag");
    }

    @ParameterizedTest
    @CsvSource({
        "<b>x, Can't find end tag",
        "x</b>, Unexpected end tag",
        "<b><i>x</b></i>, Unmatched end tag",
        "<blockquote>a<blockquote>b</blockquote></blockquote>, Nested start tag"
    })
    void badlyNestedTagsAreRefused(String html, String why) throws Exception {
        assertRefusedHtml(html, why);
    }

    @ParameterizedTest
    @CsvSource({
        "<b>x</b>, bold",
        "<i>x</i>, italic",
        "<u>x</u>, underline",
        "<s>x</s>, strikethrough",
        "<tg-spoiler>x</tg-spoiler>, spoiler",
        "<code>x</code>, code",
        "<pre>x</pre>, pre",
        "<blockquote>x</blockquote>, blockquote",
        "<blockquote expandable>x</blockquote>, expandable_blockquote",
        "<a href='https://a.example/?b=1&amp;c=2'>x</a>, text_link"
    })
    void tagsThatTelegramKnowsBecomeEntities(String html, String type) throws Exception {
        send(html.replace("'", "\""));

        FakeMessage shown = server.messages(CHAT).getFirst();
        assertThat(shown.text()).isEqualTo("x");
        assertThat(shown.entities()).extracting(Entity::type).containsExactly(type);
    }

    @Test
    void entitiesInTheMiddleOfACharacterAreRefused() throws Exception {
        String start = "{'chat_id': 5, 'text': 'a😀b', 'entities': [{'type': 'bold', ";
        assertRefused("sendMessage", start + "'offset': 2, 'length': 2}]}", 400, "middle of a UTF-16 symbol");
        assertRefused("sendMessage", start + "'offset': 0, 'length': 2}]}", 400, "middle of a UTF-16 symbol");
        assertRefused("sendMessage", start + "'offset': 3, 'length': 9}]}", 400, "outside the text");
        assertThat(call("sendMessage", start + "'offset': 1, 'length': 2}]}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void halfACharacterIsRefused() throws Exception {
        assertRefused("sendMessage", "{'chat_id': 5, 'text': 'a\\ud83d'}", 400, "UTF-8");
    }

    @Test
    void moreThanAHundredEntitiesAreRefused() throws Exception {
        assertThat(send("<b>x</b> ".repeat(100)).path("ok").asBoolean()).isTrue();
        assertRefusedHtml("<b>x</b> ".repeat(101), "too many entities");
    }

    @Test
    void callbackDataHasSixtyFourBytes() throws Exception {
        String markup = "{'chat_id': 5, 'text': 'a', 'reply_markup': {'inline_keyboard':"
                + " [[{'text': 'b', 'callback_data': '%s'}]]}}";
        assertThat(call("sendMessage", markup.formatted("я".repeat(32)))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertRefused("sendMessage", markup.formatted("я".repeat(32) + "x"), 400, "BUTTON_DATA_INVALID");
    }

    @Test
    void moreThanAHundredButtonsAreRefused() throws Exception {
        String row = "[{'text': 'b', 'callback_data': 'c'}]";
        String rows = String.join(",", Collections.nCopies(101, row));
        assertRefused(
                "sendMessage",
                "{'chat_id': 5, 'text': 'a', 'reply_markup': {'inline_keyboard': [" + rows + "]}}",
                400,
                "REPLY_MARKUP_TOO_LONG");
    }

    @ParameterizedTest
    @CsvSource({
        "see evil.com now, url, evil.com",
        "see https://evil.example/x now, url, https://evil.example/x",
        "ask @someone now, mention, @someone",
        "say /stop now, bot_command, /stop",
        "read #news now, hashtag, #news",
        "buy $TON now, cashtag, $TON",
        "to a.b@evil.com now, email, a.b@evil.com"
    })
    void activeWordsBecomeEntitiesOutsideOfCodeAlone(String text, String type, String word) throws Exception {
        send(text);
        send("<code>" + text + "</code>");

        FakeMessage open = server.messages(CHAT).getFirst();
        assertThat(open.entities()).singleElement().satisfies(entity -> {
            assertThat(entity.type()).isEqualTo(type);
            assertThat(entity.in(open.text())).isEqualTo(word);
            assertThat(entity.automatic()).isTrue();
        });
        assertThat(server.messages(CHAT).getLast().entities())
                .extracting(Entity::type)
                .containsExactly("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"and/or 24/7", "U.S. troops, 3.5 km", "No. 5 #5 $100", "a@b, C-4"})
    void ordinaryWordsStayOrdinary(String text) throws Exception {
        send(text);

        assertThat(server.messages(CHAT).getFirst().entities()).isEmpty();
    }

    @Test
    void anEditTakesButtonsAwayThatItDoesNotRepeat() throws Exception {
        String markup = ", 'reply_markup': {'inline_keyboard': [[{'text': '%s', 'callback_data': 'c'}]]}";
        call("sendMessage", "{'chat_id': 5, 'text': 'a'" + markup.formatted("b") + "}");
        String edit = "{'chat_id': 5, 'message_id': 1, 'text': 'a'%s}";
        assertThat(server.messages(CHAT).getFirst().data("b")).isEqualTo("c");
        assertThat(server.transcript(CHAT)).isEqualTo("bot (1): a\n    [b]");

        assertRefused("editMessageText", edit.formatted(markup.formatted("b")), 400, "message is not modified");
        assertDone("editMessageText", edit.formatted(markup.formatted("B")));
        assertThat(server.messages(CHAT).getFirst().data("B")).isEqualTo("c");
        assertDone("editMessageText", edit.formatted(""));
        assertThat(server.messages(CHAT).getFirst().keyboard()).isEmpty();
        assertRefused("editMessageText", edit.formatted(""), 400, "message is not modified");
    }

    @Test
    void peopleOfAGroupAreToldApart() throws Exception {
        server.say(GROUP, BO, "hello");
        server.post(
                GROUP,
                FakePerson.ANONYMOUS_ADMIN,
                Content.text("as the group").andThen(Content.inTheNameOf(GROUP, "supergroup", "The group")));
        server.edit(GROUP, BO, 1, "hello again");

        assertThat(update(0).at("/message/from/username").asText()).isEqualTo("bo");
        assertThat(update(1).at("/message/from/is_bot").asBoolean()).isTrue();
        assertThat(update(1).at("/message/sender_chat/id").asLong()).isEqualTo(GROUP);
        assertThat(update(2).at("/edited_message/from/id").asLong()).isEqualTo(BO.id());
        assertThat(server.transcript(GROUP))
                .isEqualTo("Bo (1): hello\nGroup (2): as the group\nBo (edits 1): hello again");
    }

    @Test
    void forwardsTellWhereTheyComeFrom() throws Exception {
        server.post(CHAT, Content.text("a").andThen(Content.forwardedFrom(BO)));
        server.post(CHAT, Content.text("b").andThen(Content.forwardedFromHidden("Secret")));
        server.post(CHAT, Content.text("c").andThen(Content.forwardedFromChat(-7, "A group")));
        server.post(CHAT, Content.caption("d").andThen(Content.forwardedFromChannel(-8, "A channel", 12)));

        assertThat(update(0).at("/message/forward_origin/sender_user/id").asLong())
                .isEqualTo(BO.id());
        assertThat(update(1).at("/message/forward_origin/sender_user_name").asText())
                .isEqualTo("Secret");
        assertThat(update(2).at("/message/forward_origin/sender_chat/id").asLong())
                .isEqualTo(-7);
        assertThat(update(3).at("/message/forward_origin/chat/id").asLong()).isEqualTo(-8);
        assertThat(update(3).at("/message/forward_origin/message_id").asInt()).isEqualTo(12);
        assertThat(update(3).at("/message/caption").asText()).isEqualTo("d");
    }

    @Test
    void repliesContactsAndFilesComeAsTelegramTellsThem() throws Exception {
        send("the bot's");
        server.post(CHAT, Content.text("reply").andThen(server.replyingTo(CHAT, 1)));
        server.post(CHAT, Content.contact("Bo", BO.id()));
        server.post(CHAT, Content.document("f", "a.md", "text/markdown", 99L).andThen(Content.caption("see")));

        assertThat(update(0).at("/message/reply_to_message/from/id").asLong()).isEqualTo(FakeTelegramServer.BOT_ID);
        assertThat(update(0).at("/message/reply_to_message/text").asText()).isEqualTo("the bot's");
        assertThat(update(1).at("/message/contact/user_id").asLong()).isEqualTo(BO.id());
        assertThat(update(2).at("/message/document/file_id").asText()).isEqualTo("f");
        assertThat(update(2).at("/message/document/file_size").asLong()).isEqualTo(99);
    }

    @Test
    void aPressComesWithItsMessageAndIsAnsweredWhileItIsYoung() throws Exception {
        send("Sure?");
        String press = server.press(CHAT, BO, 1, "forged");
        server.pressInaccessible(CHAT, BO, 77, "x");
        String answer = "{'callback_query_id': '%s', 'text': '%s'}";

        assertThat(update(0).at("/callback_query/message/text").asText()).isEqualTo("Sure?");
        assertThat(update(0).at("/callback_query/data").asText()).isEqualTo("forged");
        assertThat(update(0).at("/callback_query/from/id").asLong()).isEqualTo(BO.id());
        assertThat(update(1).at("/callback_query/message/date").asLong(-1)).isZero();
        assertDone("answerCallbackQuery", answer.formatted(press, "y".repeat(200)));
        assertRefused("answerCallbackQuery", answer.formatted(press, "y".repeat(201)), 400, "MESSAGE_TOO_LONG");
        assertRefused("answerCallbackQuery", answer.formatted("unknown", "y"), 400, "query is too old");
        server.expirePresses();
        assertRefused("answerCallbackQuery", answer.formatted(press, "y"), 400, "query is too old");
    }

    @Test
    void filesAreFoundByTheirIdAndFetchedByTheirPath() throws Exception {
        server.files().put("f", "a/b", 99L, Delivery.whole(new byte[] {7}));
        JsonNode file = call("getFile", "{'file_id': 'f'}").path("result");

        assertThat(file.path("file_path").asText()).isEqualTo("a/b");
        assertThat(file.path("file_size").asLong()).isEqualTo(99);
        assertRefused("getFile", "{'file_id': 'g'}", 400, "invalid file_id");
        assertThat(download("bot" + server.token().reveal() + "/a/b").body()).isEqualTo("\u0007");
        assertThat(download("bot" + server.token().reveal() + "/a/c").statusCode())
                .isEqualTo(404);
        assertThat(download("bot1:wrong/a/b").statusCode()).isEqualTo(401);
    }

    @Test
    void theNarrowestMenuIsShown() throws Exception {
        String set = "{'commands': [{'command': '%s', 'description': 'd'}], 'scope': %s}";
        String ofChat = "{'type': 'chat', 'chat_id': 5}";
        assertThat(server.menu(CHAT)).isEmpty();
        assertDone("setMyCommands", set.formatted("one", "{'type': 'default'}"));
        assertThat(server.menu(CHAT)).containsExactly("one");
        assertDone("setMyCommands", set.formatted("two", "{'type': 'all_private_chats'}"));
        assertThat(server.menu(CHAT)).containsExactly("two");
        assertDone("setMyCommands", set.formatted("three", ofChat));
        assertThat(server.menu(CHAT)).containsExactly("three");
        assertThat(call("getMyCommands", "{'scope': " + ofChat + "}")
                        .at("/result/0/command")
                        .asText())
                .isEqualTo("three");
        assertDone("deleteMyCommands", "{'scope': " + ofChat + "}");
        assertThat(server.menu(CHAT)).containsExactly("two");

        assertRefused("setMyCommands", set.formatted("x", "{'type': 'chat', 'chat_id': 6}"), 400, "chat not found");
        assertRefused("setMyCommands", set.formatted("Not Valid", ofChat), 400, "BOT_COMMAND_INVALID");
    }

    @Test
    void editsAndDeletesNeedAMessageOfTheBot() throws Exception {
        int ofPerson = server.say(CHAT, "hello");
        int ofBot = send("a").path("result").path("message_id").asInt();
        String edit = "{'chat_id': 5, 'message_id': %d, 'text': '%s'}";

        assertRefused("editMessageText", edit.formatted(ofPerson, "b"), 400, "message to edit not found");
        assertRefused("editMessageText", edit.formatted(ofBot, "a"), 400, "message is not modified");
        assertThat(call("editMessageText", edit.formatted(ofBot, "b"))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertRefused("deleteMessage", "{'chat_id': 5, 'message_id': 99}", 400, "message to delete not found");
    }

    @Test
    void repliesTopicsAndChatsMustExist() throws Exception {
        assertRefused("sendMessage", "{'chat_id': 6, 'text': 'a'}", 400, "chat not found");
        assertRefused(
                "sendMessage",
                "{'chat_id': 5, 'text': 'a', 'reply_parameters': {'message_id': 77}}",
                400,
                "message to be replied not found");
        assertRefused(
                "sendMessage",
                "{'chat_id': -100, 'text': 'a', 'message_thread_id': 3}",
                400,
                "message thread not found");
        server.block(CHAT);
        assertRefused("sendMessage", "{'chat_id': 5, 'text': 'a'}", 403, "Forbidden");
    }

    @Test
    void anUpdateIsGoneOnceAHigherOffsetIsAskedFor() throws Exception {
        server.say(CHAT, "one");
        server.say(CHAT, "two");
        JsonNode both = call("getUpdates", "{}").path("result");
        assertThat(both).hasSize(2);
        assertThat(call("getUpdates", "{}").path("result")).hasSize(2);

        long second = both.get(1).path("update_id").asLong();
        assertThat(call("getUpdates", "{'offset': " + second + "}").path("result"))
                .hasSize(1);
        assertThat(call("getUpdates", "{'offset': " + (second + 1) + "}").path("result"))
                .isEmpty();
        assertThat(server.unconfirmed()).isZero();
    }

    @Test
    void aLongPollEndsWhenSomethingComes() throws Exception {
        CompletableFuture<JsonNode> poll = later("{'timeout': 20}");
        awaitRequests(1);
        server.say(CHAT, "one");

        assertThat(poll.get().path("result")).hasSize(1);
    }

    @Test
    void aSecondPollerEndsTheFirstWithAConflict() throws Exception {
        CompletableFuture<JsonNode> first = later("{'timeout': 20}");
        awaitRequests(1);
        Thread.sleep(100);
        call("getUpdates", "{}");

        assertThat(first.get().path("error_code").asInt()).isEqualTo(409);
        server.webhook(true);
        assertRefused("getUpdates", "{}", 409, "webhook is active");
    }

    @Test
    void scriptedFaultsComeInTheirOrder() throws Exception {
        server.faults()
                .next(
                        "getMe",
                        new Fault.TooManyRequests(Duration.ofSeconds(7)),
                        new Fault.Refused(500, "Internal Server Error"));

        assertThat(call("getMe", "{}").path("parameters").path("retry_after").asInt())
                .isEqualTo(7);
        assertRefused("getMe", "{}", 500, "Internal");
        assertThat(call("getMe", "{}").path("ok").asBoolean()).isTrue();
    }

    @Test
    void faultsOfTheSameSeedAreTheSame() {
        assertThat(drawn(3)).isEqualTo(drawn(3)).contains(true, false).isNotEqualTo(drawn(4));
    }

    private static List<Boolean> drawn(long seed) {
        Faults faults = new Faults();
        faults.random(seed, 0.5, List.of(new Fault.CutBefore()));
        return IntStream.range(0, 50)
                .mapToObj(i -> faults.of("getMe").isPresent())
                .toList();
    }

    private CompletableFuture<JsonNode> later(String fields) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call("getUpdates", fields);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void awaitRequests(int count) throws InterruptedException {
        while (server.requests().size() < count) {
            Thread.sleep(5);
        }
    }

    private JsonNode send(String html) throws IOException, InterruptedException {
        ObjectNode fields = mapper.createObjectNode()
                .put("chat_id", CHAT)
                .put("parse_mode", "HTML")
                .put("text", html);
        return post(path("sendMessage"), mapper.writeValueAsString(fields));
    }

    private void assertRefusedHtml(String html, String why) throws IOException, InterruptedException {
        JsonNode answer = send(html);
        assertThat(answer.path("error_code").asInt()).isEqualTo(400);
        assertThat(answer.path("description").asText()).contains(why);
    }

    private void assertRefused(String method, String fields, int code, String why)
            throws IOException, InterruptedException {
        JsonNode answer = call(method, fields);
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("error_code").asInt()).isEqualTo(code);
        assertThat(answer.path("description").asText()).contains(why);
    }

    /** {@code fields} is JSON with single quotes, to be readable here. */
    private JsonNode call(String method, String fields) throws IOException, InterruptedException {
        return post(path(method), fields.replace('\'', '"'));
    }

    private void assertDone(String method, String fields) throws IOException, InterruptedException {
        JsonNode answer = call(method, fields);
        assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
    }

    /** One of the updates that wait, counted from 0. */
    private JsonNode update(int index) throws IOException, InterruptedException {
        return call("getUpdates", "{}").path("result").path(index);
    }

    private HttpResponse<String> download(String path) throws IOException, InterruptedException {
        URI address = URI.create(server.url() + "/file/" + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String path(String method) {
        return "bot" + server.token().reveal() + "/" + method;
    }

    private JsonNode post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return mapper.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
