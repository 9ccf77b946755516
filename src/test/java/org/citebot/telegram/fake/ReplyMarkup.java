package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** The buttons under a message. */
final class ReplyMarkup {

    private static final int LONGEST_DATA = 64;
    private static final int MOST_BUTTONS = 100;

    private ReplyMarkup() {}

    static void validate(JsonNode markup) throws Refusal {
        int buttons = 0;
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                buttons++;
                int data = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (button.has("callback_data") && (data < 1 || data > LONGEST_DATA)) {
                    throw Refusal.badRequest("BUTTON_DATA_INVALID");
                }
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw Refusal.badRequest("REPLY_MARKUP_TOO_LONG");
        }
    }
}
