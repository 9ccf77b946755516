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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Optional<BotApiSchema> schema = BotApiSchema.load();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final UpdateQueue updates = new UpdateQueue();
    private final Faults faults = new Faults();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<Long, FakeChat> chats = new ConcurrentHashMap<>();
    private final FakeMethods methods = new FakeMethods(chats, updates);
    private volatile boolean tokenRevoked;

    /** Starts on a free port. */
    public FakeTelegramServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
        if (schema.isEmpty()) {
            System.out.println("FakeTelegramServer: requests are not validated against the Bot API's description,"
                    + " which is not at $CITEBOT_SHARED/telegram");
        }
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

    /** Someone opens a chat with the bot. */
    public void openPrivateChat(long chat) {
        chats.put(chat, new FakeChat(chat, FakeChat.Kind.PRIVATE));
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
        return post(chat, message -> message.put("text", text));
    }

    /** Someone posts something else: {@code content} puts it into the message. */
    public int post(long chat, Consumer<ObjectNode> content) {
        FakeChat place = chat(chat);
        ObjectNode message = message(place, place.takeNumber());
        content.accept(message);
        show(place, message, false);
        updates.add(id -> update(id, "message", message));
        return message.path("message_id").asInt();
    }

    /** Someone changes a message. */
    public void edit(long chat, int number, String text) {
        FakeChat place = chat(chat);
        ObjectNode message = message(place, number).put("text", text).put("edit_date", now());
        show(place, message, true);
        updates.add(id -> update(id, "edited_message", message));
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

    /** A chat as a text. */
    public String transcript(long chat) {
        return chat(chat).transcript();
    }

    @Override
    public void close() {
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

    private static ObjectNode message(FakeChat chat, int number) {
        ObjectNode message = MAPPER.createObjectNode().put("message_id", number).put("date", now());
        boolean direct = chat.kind() == FakeChat.Kind.PRIVATE;
        message.putObject("from")
                .put("id", direct ? chat.id() : 77)
                .put("is_bot", false)
                .put("first_name", "Ada");
        ObjectNode place =
                message.putObject("chat").put("id", chat.id()).put("type", direct ? "private" : "supergroup");
        place.put(direct ? "first_name" : "title", "Ada");
        return message;
    }

    private static ObjectNode update(long id, String kind, ObjectNode message) {
        ObjectNode update = MAPPER.createObjectNode().put("update_id", id);
        update.set(kind, message);
        return update;
    }

    private static void show(FakeChat chat, ObjectNode message, boolean edited) {
        String text = message.path("text").asText(message.path("caption").asText("(no text)"));
        int number = message.path("message_id").asInt();
        chat.show(new FakeMessage(number, false, text, List.of(), null, null, null, edited), "person");
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
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
