package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citebot.corpus.ContentHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/**
 * Updates that Telegram brings: registers the address, tells true from forged, and looks every minute whether Telegram
 * still knows the address. It is left in place when the bot stops, so that Telegram keeps what comes meanwhile. For many
 * threads.
 */
final class Webhook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration PATROL = Duration.ofSeconds(45);
    private static final Duration RECENT = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 40;

    private final ObjectMapper mapper = new ObjectMapper();
    private final BotApi api;
    private final WebhookSettings settings;
    private final UpdateReceiver receiver;
    private final TelegramContact contact;
    private volatile boolean closed;
    private @Nullable Thread patrol;

    Webhook(BotApi api, WebhookSettings settings, UpdateReceiver receiver, TelegramContact contact) {
        this.api = api;
        this.settings = settings;
        this.receiver = receiver;
        this.contact = contact;
    }

    /** Tells Telegram the address, and begins to look after it. */
    void start() throws BotApiException {
        ObjectNode fields = mapper.createObjectNode()
                .put("url", settings.url().toString())
                .put("secret_token", settings.secret().reveal())
                .put("max_connections", CONNECTIONS);
        UpdateReceiver.KINDS.forEach(fields.putArray("allowed_updates")::add);
        api.call("setWebhook", fields);
        patrol = Thread.ofVirtual().name("telegram-webhook").start(this::patrol);
    }

    /** Whether who calls knows the secret; takes as long for every wrong one. */
    static boolean isSecret(WebhookSettings settings, @Nullable String told) {
        // Hashes are of one length, so that not even the length can be told from the time.
        return MessageDigest.isEqual(
                hash(told == null ? "" : told), hash(settings.secret().reveal()));
    }

    /** Stores an update. Bytes that are no update are set aside: sent again, they would be none either. */
    TelegramBot.Receipt receive(byte[] body) {
        if (closed || receiver.isFull()) {
            return TelegramBot.Receipt.FULL;
        }
        JsonNode update;
        try {
            update = mapper.readTree(body);
        } catch (IOException e) {
            LOG.error("What came by the webhook is no JSON; it was passed over");
            return TelegramBot.Receipt.STORED;
        }
        receiver.receive(List.of(update));
        contact.made();
        return TelegramBot.Receipt.STORED;
    }

    /** Takes no more; Telegram keeps what comes. */
    @Override
    public void close() {
        closed = true;
        if (patrol != null) {
            patrol.interrupt();
        }
    }

    private void patrol() {
        try {
            while (!closed) {
                Thread.sleep(PATROL);
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("The webhook is no longer looked after");
        }
    }

    /** Looks once whether Telegram still brings updates here. */
    void look() {
        try {
            JsonNode info = api.call(new GetWebhookInfo());
            Instant failed = Instant.ofEpochSecond(info.path("last_error_date").asLong());
            if (!settings.url().toString().equals(info.path("url").asText())) {
                LOG.error("ALERT: Telegram brings this bot's updates to another address, or nowhere: another program"
                        + " uses the token. Stop it and start this one again");
                contact.lost("Telegram has another address for updates");
            } else if (failed.isAfter(Instant.now().minus(RECENT))) {
                String why = info.path("last_error_message").asText();
                LOG.warn("Telegram does not reach the webhook: {}", why);
                contact.lost("Telegram does not reach the webhook: " + why);
            } else {
                contact.made();
            }
        } catch (BotApiException | RuntimeException e) {
            LOG.warn("The webhook could not be looked after: {}", e.getMessage());
            contact.lost("Telegram does not answer");
        }
    }

    private static byte[] hash(String text) {
        return ContentHash.of(text).hex().getBytes(StandardCharsets.US_ASCII);
    }
}
