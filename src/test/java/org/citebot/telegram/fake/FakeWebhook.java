package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Brings updates to the address that was set, one after the other; what is not taken is brought again, after as long as
 * the address asks for. For many threads.
 */
final class FakeWebhook implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final UpdateQueue updates;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Address address;
    private volatile @Nullable String failure;
    private volatile boolean closed;
    private volatile Duration longestWait = PAUSE;

    private record Address(String url, String secret) {}

    FakeWebhook(UpdateQueue updates) {
        this.updates = updates;
        Thread.ofVirtual().name("fake-webhook").start(this::run);
    }

    /** The codes with which the address answered. */
    List<Integer> answers() {
        return List.copyOf(answers);
    }

    /** Waits for as long as the address asks, but no longer than this. */
    void longestWait(Duration wait) {
        longestWait = wait;
    }

    void set(ObjectNode fields) throws Refusal {
        String url = fields.path("url").asText();
        if (!url.startsWith("https://") && !url.startsWith("http://127.0.0.1:")) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        address = new Address(url, fields.path("secret_token").asText());
        updates.webhook(true);
    }

    void delete() {
        address = null;
        updates.webhook(false);
    }

    JsonNode info() {
        Address current = address;
        ObjectNode info = JsonNodeFactory.instance
                .objectNode()
                .put("url", current == null ? "" : current.url())
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.size());
        String why = failure;
        return why == null
                ? info
                : info.put("last_error_date", Instant.now().getEpochSecond()).put("last_error_message", why);
    }

    private void run() {
        try {
            while (!closed) {
                Optional<Map.Entry<Long, JsonNode>> next = updates.first();
                Address to = address;
                if (next.isEmpty() || to == null) {
                    Thread.sleep(PAUSE);
                } else {
                    deliver(to, next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Address to, Map.Entry<Long, JsonNode> update) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(to.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", to.secret())
                .POST(HttpRequest.BodyPublishers.ofString(update.getValue().toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            answers.add(response.statusCode());
            if (response.statusCode() / 100 == 2) {
                updates.remove(update.getKey());
                failure = null;
                return;
            }
            failure = "Wrong response from the webhook: " + response.statusCode();
            Thread.sleep(response.headers()
                    .firstValue("Retry-After")
                    .map(this::asked)
                    .orElse(PAUSE));
        } catch (IOException e) {
            failure = "Connection refused";
            Thread.sleep(PAUSE);
        }
    }

    private Duration asked(String seconds) {
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }
}
