package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The machine-readable description of the Bot API, and whether a request follows it. */
public final class BotApiSchema {

    private static final String ARRAY = "Array of ";

    /** Methods by their name in lower case, as Telegram does not look at case. */
    private final Map<String, JsonNode> methods = new TreeMap<>();

    private final JsonNode types;

    private BotApiSchema(JsonNode description) {
        description
                .path("methods")
                .forEach(method -> methods.put(lower(method.path("name").asText()), method));
        types = description.path("types");
    }

    /** Reads it from the shared material, {@code CITEBOT_SHARED} or {@code ../shared}; empty where that is absent. */
    public static Optional<BotApiSchema> load() {
        Path shared =
                Path.of(Optional.ofNullable(System.getenv("CITEBOT_SHARED")).orElse("../shared"));
        Path file = shared.resolve("telegram/bot-api-10.1.json");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BotApiSchema(new ObjectMapper().readTree(file.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws what Telegram would answer, were it as strict as its documentation. */
    void validate(String method, JsonNode request) throws Refusal {
        JsonNode description = methods.get(lower(method));
        if (description == null) {
            throw new Refusal(404, "Not Found: method not found", null);
        }
        validateFields(method, description.path("fields"), request);
    }

    private void validateFields(String place, JsonNode fields, JsonNode given) throws Refusal {
        Map<String, JsonNode> known = new TreeMap<>();
        fields.forEach(field -> known.put(field.path("name").asText(), field));
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            JsonNode description = known.get(field.getKey());
            if (description == null) {
                throw Refusal.badRequest("unknown field \"" + field.getKey() + "\" in " + place);
            }
            validateType(place + "." + field.getKey(), description.path("types"), field.getValue());
        }
        for (JsonNode field : known.values()) {
            if (field.path("required").asBoolean()
                    && !given.has(field.path("name").asText())) {
                throw Refusal.badRequest("field \"" + field.path("name").asText() + "\" is missing in " + place);
            }
        }
    }

    private void validateType(String place, JsonNode allowed, JsonNode value) throws Refusal {
        Refusal last = null;
        for (JsonNode type : allowed) {
            try {
                validateType(place, type.asText(), value);
                return;
            } catch (Refusal e) {
                last = e;
            }
        }
        throw last == null ? wrongType(place, "nothing") : last;
    }

    private void validateType(String place, String type, JsonNode value) throws Refusal {
        boolean fits = switch (type) {
            case "Integer" -> value.isIntegralNumber() || value.asText().matches("-?\\d{1,18}");
            case "Float" -> value.isNumber();
            case "Boolean" -> value.isBoolean();
            case "String" -> value.isTextual();
            default -> type.startsWith(ARRAY) ? value.isArray() : value.isObject();
        };
        if (!fits) {
            throw wrongType(place, type);
        }
        if (type.startsWith(ARRAY)) {
            for (JsonNode element : value) {
                validateType(place, type.substring(ARRAY.length()), element);
            }
        } else if (value.isObject()) {
            validateObject(place, type, value);
        }
    }

    private void validateObject(String place, String type, JsonNode value) throws Refusal {
        JsonNode description = types.path(type);
        if (!description.has("subtypes")) {
            validateFields(place, description.path("fields"), value);
            return;
        }
        validateType(place, description.path("subtypes"), value);
    }

    private static Refusal wrongType(String place, String type) {
        return Refusal.badRequest("field \"" + place + "\" must be of type " + type);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
