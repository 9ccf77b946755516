package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call that reached the server.
 *
 * @param method its name, as it was called
 * @param fields what was sent
 * @param at when it came
 */
public record RecordedRequest(String method, JsonNode fields, Instant at) {

    /** Whether it calls this method; case makes no difference. */
    public boolean calls(String name) {
        return method.equalsIgnoreCase(name);
    }
}
