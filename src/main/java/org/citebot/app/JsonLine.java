package org.citebot.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line, for a program. */
final class JsonLine {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonLine() {}

    /** @param keys strings, numbers, truth values and null, and maps and lists of them; in their order */
    static String of(Map<String, @Nullable Object> keys) {
        try {
            return JSON.writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, strings and numbers are always JSON", e);
        }
    }
}
