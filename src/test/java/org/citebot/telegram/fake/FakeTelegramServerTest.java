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
