package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How updates come to a bot, as Telegram tells it.
 *
 * @param url to which they are brought; empty if they are fetched
 * @param pending how many wait
 * @param failed when one could not be brought the last time; null if none ever
 * @param failure why it could not
 */
public record WebhookState(
        Optional<String> url, int pending, @Nullable Instant failed, String failure) {

    static WebhookState of(JsonNode info) {
        String url = info.path("url").asText("");
        long failed = info.path("last_error_date").asLong();
        return new WebhookState(
                url.isEmpty() ? Optional.empty() : Optional.of(url),
                info.path("pending_update_count").asInt(),
                failed == 0 ? null : Instant.ofEpochSecond(failed),
                info.path("last_error_message").asText(""));
    }
}
