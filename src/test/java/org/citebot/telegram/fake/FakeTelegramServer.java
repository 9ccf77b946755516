package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.citebot.config.Secret;

/**
 * A Bot API server for one bot, over real HTTP on this machine. People in its chats speak through {@link #say} and its
 * kin; what the bot did is in {@link #messages}, {@link #requests} and {@link #transcript}. For many threads.
 */
public final class FakeTelegramServer implements AutoCloseable {

    /** The bot's number. */
    public static final long BOT_ID = 4242;

    /** The bot's name. */
    public static final String BOT_NAME = "citebot_test_bot";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Secret token = new Secret(BOT_ID + ":CANARY-token-that-must-not-leak_0123456789");
    private final Optional<BotApiSchema> schema;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final UpdateQueue updates = new UpdateQueue();
    private final Faults faults = new Faults();
    private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final Map<Long, FakeChat> chats = new ConcurrentHashMap<>();
    private final FakePresses presses = new FakePresses();
    private final FakeFiles files = new FakeFiles();
    private final FakeCommands commands = new FakeCommands(chats);
    private final FakeWebhook webhook = new FakeWebhook(updates);
    private final FakeMethods methods = new FakeMethods(chats, updates, presses, files, commands, webhook);
    private volatile boolean tokenRevoked;

    /** Starts on a free port. */
    public FakeTelegramServer() {
        this(BotApiSchema.load());
        if (schema.isEmpty()) {
            System.out.println("FakeTelegramServer: requests are not validated against the Bot API's description,"
                    + " which is not at $CITEBOT_SHARED/telegram");
        }
    }

    /** One that looks at no field that it does not know, for bots that are not ours. */
    public static FakeTelegramServer lenient() {
        return new FakeTelegramServer(Optional.empty());
    }

    private FakeTelegramServer(Optional<BotApiSchema> schema) {
        this.schema = schema;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** The address to configure. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The token that it knows. */
    public Secret token() {
        return token;
    }

    /** Whether requests are validated against the Bot API's description. */
    public boolean validates() {
        return schema.isPresent();
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** From here on the token is unknown. */
    public void revokeToken() {
        tokenRevoked = true;
    }

    /** Sets or deletes a webhook, as another program might. */
    public void webhook(boolean set) {
        updates.webhook(set);
    }

    /** The codes with which the bot's webhook answered. */
    public List<Integer> webhookAnswers() {
        return webhook.answers();
    }

    /** Brings what a webhook did not take again after as long as it asks, but at most this. */
    public void longestWebhookWait(Duration wait) {
        webhook.longestWait(wait);
    }

    /** A group becomes a supergroup: from here on it has another number. */
    public void migrate(long group, long to) {
        openGroup(to);
        chat(group).migrate(to);
    }

    /** From here on nobody may write in a topic of a forum. */
    public void closeTopic(long forum, int topic) {
        chat(forum).closeTopic(topic);
    }

    /** Someone opens a chat with the bot. */
    public void openPrivateChat(long chat) {
        chats.put(chat, new FakeChat(chat, FakeChat.Kind.PRIVATE));
    }

    /** Whether a chat was opened. */
    public boolean knows(long chat) {
        return chats.containsKey(chat);
    }

    /** The bot is brought into a group. */
    public void openGroup(long chat) {
        chats.put(chat, new FakeChat(chat, FakeChat.Kind.SUPERGROUP));
    }

    /** The bot is brought into a group that has topics. */
    public void openForum(long chat) {
        chats.put(chat, new FakeChat(chat, FakeChat.Kind.FORUM));
    }

    /** The bot is blocked, or thrown out. */
    public void block(long chat) {
        chat(chat).block();
    }

    /** Someone writes; the number of the message. */
    public int say(long chat, String text) {
        return post(chat, Content.text(text));
    }

    /** A person writes; the number of the message. */
    public int say(long chat, FakePerson person, String text) {
        return post(chat, person, Content.text(text));
    }

    /** Someone posts something else: {@code content} puts it into the message. */
    public int post(long chat, Consumer<ObjectNode> content) {
        return post(chat(chat), someone(chat(chat)), "person", content);
    }

    /** A person posts something else; see {@link Content}. */
    public int post(long chat, FakePerson person, Consumer<ObjectNode> content) {
        return post(chat(chat), person, person.firstName(), content);
    }

    /** Makes a message a reply to another one of its chat, for {@link #post}. */
    public Consumer<ObjectNode> replyingTo(long chat, int number) {
        ObjectNode repliedTo =
                chat(chat).describe(number).orElseThrow(() -> new IllegalArgumentException("No message " + number));
        // Telegram tells of one level only.
        repliedTo.remove("reply_to_message");
        return message -> message.set("reply_to_message", repliedTo);
    }

    /** Someone changes a message. */
    public void edit(long chat, int number, String text) {
        edit(chat(chat), someone(chat(chat)), "person", number, text);
    }

    /** A person changes a message. */
    public void edit(long chat, FakePerson person, int number, String text) {
        edit(chat(chat), person, person.firstName(), number, text);
    }

    /**
     * A person presses a button below a message that the bot can see, or seems to: nothing asks whether there is such a
     * button.
     *
     * @return the id of the press
     */
    public String press(long chat, FakePerson person, int number, String data) {
        ObjectNode message =
                chat(chat).describe(number).orElseThrow(() -> new IllegalArgumentException("No message " + number));
        return press(chat(chat), person, message, data);
    }

    /** A person presses a button below a message that the bot cannot see. */
    public String pressInaccessible(long chat, FakePerson person, int number, String data) {
        ObjectNode message = MAPPER.createObjectNode().put("message_id", number).put("date", 0);
        putChat(chat(chat), message);
        return press(chat(chat), person, message, data);
    }

    /** The presses until now are too old to be answered from here on. */
    public void expirePresses() {
        presses.expire();
    }

    /** The files that can be downloaded. */
    public FakeFiles files() {
        return files;
    }

    /** The names of the commands in the menu of a private chat. */
    public List<String> menu(long chat) {
        return commands.shownIn(chat);
    }

    /** An update as it may come one day: {@code content} gets it with its number alone. Its number. */
    public long postRaw(Consumer<ObjectNode> content) {
        return updates.add(id -> {
            ObjectNode update = MAPPER.createObjectNode().put("update_id", id);
            content.accept(update);
            return update;
        });
    }

    /** Counts the next updates from {@code id}, as Telegram does after a quiet week. */
    public void continueUpdatesAt(long id) {
        updates.continueAt(id);
    }

    /** How many updates are not confirmed. */
    public int unconfirmed() {
        return updates.size();
    }

    /** What a chat shows of the bot's messages, in order. */
    public List<FakeMessage> messages(long chat) {
        return chat(chat).messages().stream().filter(FakeMessage::ofBot).toList();
    }

    /** Every call that came in, in order. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The calls of one method. */
    public List<RecordedRequest> requests(String method) {
        return requests.stream().filter(request -> request.calls(method)).toList();
    }

    /** All that happened in a chat, in order. */
    public List<TranscriptLine> lines(long chat) {
        return chat(chat).lines();
    }

    /** A chat as a text. */
    public String transcript(long chat) {
        return chat(chat).transcript();
    }

    @Override
    public void close() {
        webhook.close();
        http.stop(0);
        threads.shutdownNow();
    }

    private FakeChat chat(long id) {
        FakeChat chat = chats.get(id);
        if (chat == null) {
            throw new IllegalArgumentException("No chat " + id + " was opened");
        }
        return chat;
    }

    private static FakePerson someone(FakeChat chat) {
        return new FakePerson(chat.kind() == FakeChat.Kind.PRIVATE ? chat.id() : 77, "Ada");
    }

    private int post(FakeChat chat, FakePerson person, String who, Consumer<ObjectNode> content) {
        ObjectNode message = message(chat, person, chat.takeNumber());
        content.accept(message);
        show(chat, message, who, false);
        updates.add(id -> update(id, "message", message));
        return message.path("message_id").asInt();
    }

    private void edit(FakeChat chat, FakePerson person, String who, int number, String text) {
        ObjectNode message = message(chat, person, number).put("text", text).put("edit_date", now());
        show(chat, message, who, true);
        updates.add(id -> update(id, "edited_message", message));
    }

    private String press(FakeChat chat, FakePerson person, ObjectNode message, String data) {
        String press = presses.add(chat);
        chat.note(person.firstName() + " presses (" + message.path("message_id").asInt() + "): " + data);
        ObjectNode query = MAPPER.createObjectNode()
                .put("id", press)
                .put("chat_instance", "1")
                .put("data", data);
        person.write(query.putObject("from"));
        query.set("message", message);
        updates.add(id -> update(id, "callback_query", query));
        return press;
    }

    private static ObjectNode message(FakeChat chat, FakePerson person, int number) {
        ObjectNode message = MAPPER.createObjectNode().put("message_id", number).put("date", now());
        person.write(message.putObject("from"));
        putChat(chat, message);
        return message;
    }

    private static void putChat(FakeChat chat, ObjectNode message) {
        boolean direct = chat.kind() == FakeChat.Kind.PRIVATE;
        message.putObject("chat")
                .put("id", chat.id())
                .put("type", direct ? "private" : "supergroup")
                .put(direct ? "first_name" : "title", "Ada");
    }

    private static ObjectNode update(long id, String kind, ObjectNode content) {
        ObjectNode update = MAPPER.createObjectNode().put("update_id", id);
        update.set(kind, content);
        return update;
    }

    private static void show(FakeChat chat, ObjectNode message, String who, boolean edited) {
        String text = message.path("text").asText(message.path("caption").asText("(no text)"));
        int number = message.path("message_id").asInt();
        JsonNode reply = message.path("reply_to_message").path("message_id");
        Integer replyTo = reply.isInt() ? reply.asInt() : null;
        FakeMessage shown = new FakeMessage(number, false, text, List.of(), null, replyTo, null, edited, List.of());
        chat.show(shown, who, message);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.contains("/file/bot")) {
                download(exchange, path);
                return;
            }
            String method = path.substring(path.lastIndexOf('/') + 1);
            byte[] body = exchange.getRequestBody().readAllBytes();
            ObjectNode fields = body.length == 0 ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(body);
            requests.add(new RecordedRequest(method, fields, Instant.now()));
            if (tokenRevoked || !path.endsWith("/bot" + token.reveal() + "/" + method)) {
                answer(exchange, new Refusal(401, "Unauthorized", null));
            } else {
                answer(exchange, method, fields);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String method, ObjectNode fields)
            throws IOException, InterruptedException {
        Fault fault = faults.of(method).orElse(null);
        switch (fault) {
            case null -> answer(exchange, result(method, fields));
            case Fault.Refused refused -> answer(exchange, new Refusal(refused.code(), refused.description(), null));
            case Fault.TooManyRequests tooMany ->
                answer(exchange, new Refusal(429, "Too Many Requests: retry later", tooMany.retryAfter()));
            case Fault.CutBefore cut -> {}
            case Fault.CutAfter cut -> result(method, fields);
            case Fault.Hang hang -> Thread.sleep(hang.time());
            case Fault.AnsweredAtOnce answered ->
                write(exchange, 200, answered.body().getBytes(StandardCharsets.UTF_8));
            case Fault.Answered answered -> {
                result(method, fields);
                write(exchange, 200, answered.body().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void download(HttpExchange exchange, String path) throws IOException, InterruptedException {
        requests.add(new RecordedRequest("file", MAPPER.createObjectNode().put("path", path), Instant.now()));
        String place = "/file/bot" + token.reveal() + "/";
        if (tokenRevoked || !path.contains(place)) {
            answer(exchange, new Refusal(401, "Unauthorized", null));
            return;
        }
        Optional<Delivery> delivery = files.find(path.substring(path.indexOf(place) + place.length()));
        if (delivery.isPresent()) {
            delivery.get().send(exchange);
        } else {
            answer(exchange, new Refusal(404, "Not Found", null));
        }
    }

    private Object result(String method, ObjectNode fields) throws InterruptedException {
        try {
            if (schema.isPresent()) {
                schema.get().validate(method, fields);
            }
            return methods.call(method, fields);
        } catch (Refusal e) {
            return e;
        }
    }

    private static void answer(HttpExchange exchange, Object result) throws IOException {
        ObjectNode answer = MAPPER.createObjectNode();
        if (result instanceof Refusal refusal) {
            answer.put("ok", false).put("error_code", refusal.code()).put("description", refusal.getMessage());
            Duration retryAfter = refusal.retryAfter();
            if (retryAfter != null) {
                answer.putObject("parameters").put("retry_after", retryAfter.toSeconds());
            }
            Long migratedTo = refusal.migratedTo();
            if (migratedTo != null) {
                answer.putObject("parameters").put("migrate_to_chat_id", migratedTo);
            }
            write(exchange, refusal.code(), MAPPER.writeValueAsBytes(answer));
        } else {
            answer.put("ok", true).set("result", (JsonNode) result);
            write(exchange, 200, MAPPER.writeValueAsBytes(answer));
        }
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
