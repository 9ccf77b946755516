package org.citebot.telegram;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Bot API emulator {@code telegram-test-api}, a program of others, as a process of its own. Installed by npm into
 * {@code target/emulator}; where that cannot be, the test that wants it is skipped with the reason.
 */
final class Emulator implements AutoCloseable {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "start.js");
    private static final long INSTALL_SECONDS = 180;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final URI url;

    private Emulator(Process process, Path log, URI url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    static Emulator start() throws IOException, InterruptedException {
        Path project =
                Path.of(Optional.ofNullable(System.getenv("CITEBOT_PROJECT")).orElse("."));
        Path folder = project.resolve("target/emulator");
        install(project.resolve("src/test/emulator"), folder);
        int port = freePort();
        Path log = Files.createTempFile(folder, "emulator", ".log");
        ProcessBuilder builder = new ProcessBuilder("node", "start.js", Integer.toString(port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Makes it write down every request.
        builder.environment().put("DEBUG", "TelegramServer:request");
        Process process = builder.start();
        BotHarness.await("the emulator is ready", () -> Files.readString(log).contains("ready"));
        return new Emulator(process, log, URI.create("http://127.0.0.1:" + port));
    }

    URI url() {
        return url;
    }

    /** Someone writes to the bot. */
    void say(String token, long chat, String text) throws IOException, InterruptedException {
        post("/sendMessage", message(token, chat, chat, text, "private"));
    }

    private ObjectNode message(String token, long chat, long person, String text, String type) {
        ObjectNode message = mapper.createObjectNode()
                .put("botToken", token)
                .put("date", System.currentTimeMillis() / 1000)
                .put("text", text);
        message.putObject("from").put("id", person).put("first_name", "Ada").put("is_bot", false);
        message.putObject("chat").put("id", chat).put("first_name", "Ada").put("type", type);
        return message;
    }

    /** Someone writes to the bot in a group, perhaps as a reply to its message of a number; 0 for none. */
    void sayInGroup(String token, long group, long person, String text, int repliedTo)
            throws IOException, InterruptedException {
        ObjectNode message = message(token, group, person, text, "supergroup");
        if (repliedTo != 0) {
            ObjectNode reply = message.putObject("reply_to_message")
                    .put("message_id", repliedTo)
                    .put("date", System.currentTimeMillis() / 1000);
            reply.putObject("from")
                    .put("id", Long.parseLong(token.substring(0, token.indexOf(':'))))
                    .put("first_name", "Bot")
                    .put("is_bot", true);
            reply.putObject("chat").put("id", group).put("type", "supergroup");
        }
        post("/sendMessage", message);
    }

    /** Someone presses a button of the bot. */
    void press(String token, long chat, int message, String data) throws IOException, InterruptedException {
        ObjectNode press = mapper.createObjectNode().put("botToken", token).put("data", data);
        press.putObject("from").put("id", chat).put("first_name", "Ada").put("is_bot", false);
        ObjectNode below =
                press.putObject("message").put("message_id", message).put("date", System.currentTimeMillis() / 1000);
        below.putObject("chat").put("id", chat).put("first_name", "Ada").put("type", "private");
        post("/sendCallback", press);
    }

    /** The number of the last message of the bot in a chat. */
    int lastNumber(String token, long chat) throws IOException, InterruptedException {
        JsonNode history = post("/getUpdatesHistory", mapper.createObjectNode().put("token", token));
        return history.path("result")
                .valueStream()
                .filter(entry -> entry.path("message").path("chat_id").asLong() == chat)
                .mapToInt(entry -> entry.path("messageId").asInt())
                .max()
                .orElseThrow();
    }

    /** Everything that was said, in order; what the bot said has a {@code chat_id}. */
    List<JsonNode> history(String token) throws IOException, InterruptedException {
        JsonNode history = post("/getUpdatesHistory", mapper.createObjectNode().put("token", token));
        return history.path("result")
                .valueStream()
                .map(entry -> entry.path("message"))
                .toList();
    }

    /** How often a method has been called. */
    int calls(String method) throws IOException {
        return Files.readString(log).toLowerCase(Locale.ROOT).split("originalurl[^,]*/" + method, -1).length - 1;
    }

    @Override
    public void close() {
        process.destroy();
        client.close();
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body)))
                .build();
        return mapper.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static void install(Path source, Path folder) throws IOException, InterruptedException {
        Path installed = folder.resolve("installed-lock.json");
        Path lock = source.resolve("package-lock.json");
        Files.createDirectories(folder);
        for (String file : FILES) {
            Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!succeeds(folder, "node", "--version")) {
            skip("there is no node here");
        }
        if (Files.exists(installed) && Files.mismatch(installed, lock) == -1) {
            return;
        }
        if (!succeeds(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")) {
            skip("npm is absent or could not install it (target/emulator/run.log tells why)");
        }
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean succeeds(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("run.log").toFile())
                    .start();
            if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void skip(String reason) {
        String line = "Skipped: the Bot API emulator: " + reason;
        System.out.println(line);
        abort(line);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
