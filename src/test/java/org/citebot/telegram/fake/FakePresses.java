package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** The presses that can still be answered. For many threads. */
final class FakePresses {

    private static final int LONGEST_NOTICE = 200;

    private final Map<String, FakeChat> open = new HashMap<>();
    private int next = 1;

    synchronized String add(FakeChat chat) {
        String id = "press-" + next++;
        open.put(id, chat);
        return id;
    }

    /** All that were made until now are too old from here on. */
    synchronized void expire() {
        open.clear();
    }

    synchronized void answer(ObjectNode fields) throws Refusal {
        String id = fields.path("callback_query_id").asText();
        FakeChat chat = open.get(id);
        if (chat == null) {
            throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        String notice = fields.path("text").asText();
        if (notice.length() > LONGEST_NOTICE) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        chat.note("(bot answers " + id + (notice.isEmpty() ? "" : ": " + notice) + ")");
    }
}
