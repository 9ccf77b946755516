package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The text of a message that is sent or changed: parsed, measured, and with what Telegram makes active. */
public final class MessageText {

    private static final int LONGEST = 4096;
    private static final int LONGEST_RICH = 32_768;
    private static final int MOST_ENTITIES = 100;

    private MessageText() {}

    /** What Telegram makes of a text in HTML; an {@link AssertionError} with Telegram's reason if it refuses it. */
    public static ParsedText ofHtml(String html) {
        try {
            return of(JsonNodeFactory.instance
                    .objectNode()
                    .put("parse_mode", "HTML")
                    .put("text", html));
        } catch (Refusal e) {
            throw new AssertionError(e.getMessage() + "\n" + html, e);
        }
    }

    /** That of a rich message; what would be active by itself is not, as we ask for. */
    static ParsedText ofRich(JsonNode rich) throws Refusal {
        if (!rich.path("skip_entity_detection").asBoolean()) {
            throw Refusal.badRequest("words of documents would become active");
        }
        ParsedText parsed = HtmlParser.parseRich(rich.path("html").asText()).trimmed();
        if (parsed.text().isEmpty() || parsed.text().length() > LONGEST_RICH) {
            throw Refusal.badRequest("rich message is empty or too long");
        }
        return parsed;
    }

    static ParsedText of(ObjectNode fields) throws Refusal {
        if (fields.has("rich_message")) {
            return ofRich(fields.path("rich_message"));
        }
        String given = fields.path("text").asText();
        if (hasHalfSurrogate(given)) {
            throw Refusal.badRequest("strings must be encoded in UTF-8");
        }
        ParsedText parsed = parse(fields, given).trimmed();
        if (parsed.text().isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (parsed.text().length() > LONGEST) {
            throw Refusal.badRequest("message is too long");
        }
        ParsedText complete = AutomaticEntities.add(parsed);
        if (complete.entities().size() > MOST_ENTITIES) {
            throw Refusal.badRequest("too many entities");
        }
        return complete;
    }

    private static ParsedText parse(ObjectNode fields, String text) throws Refusal {
        String mode = fields.path("parse_mode").asText();
        if ("HTML".equalsIgnoreCase(mode)) {
            return HtmlParser.parse(text);
        }
        if (!mode.isEmpty()) {
            throw Refusal.badRequest("unsupported parse_mode");
        }
        return new ParsedText(text, entities(fields, text));
    }

    private static List<Entity> entities(ObjectNode fields, String text) throws Refusal {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode given : fields.path("entities")) {
            JsonNode url = given.path("url");
            Entity entity = new Entity(
                    given.path("type").asText(),
                    given.path("offset").asInt(),
                    given.path("length").asInt(),
                    url.isTextual() ? url.asText() : null,
                    false);
            if (entity.offset() < 0 || entity.length() <= 0 || entity.end() > text.length()) {
                throw Refusal.badRequest("entity at UTF-16 offset " + entity.offset() + " lies outside the text");
            }
            if (splitsCharacter(text, entity.offset()) || splitsCharacter(text, entity.end())) {
                throw Refusal.badRequest("entity at UTF-16 offset " + entity.offset()
                        + " begins or ends in a middle of a UTF-16 symbol");
            }
            entities.add(entity);
        }
        return entities;
    }

    private static boolean splitsCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static boolean hasHalfSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
