package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The buttons under a message. */
final class ReplyMarkup {

    private static final int LONGEST_DATA = 64;
    private static final int MOST_BUTTONS = 100;

    private ReplyMarkup() {}

    /** The buttons that were sent, row by row. */
    static List<List<FakeButton>> read(JsonNode markup) throws Refusal {
        List<List<FakeButton>> rows = new ArrayList<>();
        int buttons = 0;
        for (JsonNode row : markup.path("inline_keyboard")) {
            List<FakeButton> shown = new ArrayList<>();
            for (JsonNode button : row) {
                buttons++;
                shown.add(new FakeButton(
                        button.path("text").asText(),
                        button.path("callback_data").asText(null)));
                int data = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (button.has("callback_data") && (data < 1 || data > LONGEST_DATA)) {
                    throw Refusal.badRequest("BUTTON_DATA_INVALID");
                }
            }
            // Telegram drops a row without buttons.
            if (!shown.isEmpty()) {
                rows.add(shown);
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw Refusal.badRequest("REPLY_MARKUP_TOO_LONG");
        }
        return rows;
    }

    /** The buttons as Telegram describes them. */
    static ArrayNode write(List<List<FakeButton>> keyboard) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (List<FakeButton> row : keyboard) {
            ArrayNode buttons = rows.addArray();
            row.forEach(
                    button -> buttons.addObject().put("text", button.label()).put("callback_data", button.data()));
        }
        return rows;
    }
}
