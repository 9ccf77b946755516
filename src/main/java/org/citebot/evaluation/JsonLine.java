package org.citebot.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * One object of a file of JSON lines. A key that is absent, null or empty has no value; keys that nobody asks for are
 * ignored, and so is a value of another kind than is asked for.
 *
 * @param number of the line, counted from 1
 */
record JsonLine(Path file, int number, JsonNode object) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a file line by line; blank lines are passed over.
     *
     * @throws BadLineException for a line that is no JSON object
     * @throws UncheckedIOException if the file cannot be read
     */
    static void forEach(Path file, Consumer<JsonLine> each) {
        // A reader of its own, because Files.newBufferedReader throws at bytes that are no UTF-8.
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                String text =
                        number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
                if (!text.isBlank()) {
                    each.accept(parse(file, number, text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static JsonLine parse(Path file, int number, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new BadLineException(file, number, "not a JSON object");
            }
            return new JsonLine(file, number, node);
        } catch (JsonProcessingException e) {
            throw new BadLineException(file, number, "broken JSON: " + e.getOriginalMessage());
        }
    }

    /** A value that has to be there. */
    String text(String key) {
        String value = find(key);
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    /** A string, or a number or truth value as it is written; null if there is none. */
    @Nullable
    String find(String key) {
        return textOf(object.path(key));
    }

    /** A whole number that has to be there. */
    int integer(String key) {
        JsonNode value = object.path(key);
        if (!value.canConvertToInt()) {
            throw missing(key);
        }
        return value.intValue();
    }

    /** A stretch of a text whose start and end have to be there. */
    TextSpan span(String start, String end) {
        int from = integer(start);
        int to = integer(end);
        if (from < 0 || to < from) {
            throw new BadLineException(file, number, "no span: " + from + " to " + to);
        }
        return new TextSpan(from, to);
    }

    /** A day, with or without a time after it; null if there is none. */
    @Nullable
    LocalDate day(String key) {
        String value = find(key);
        if (value == null) {
            return null;
        }
        String text = value.strip();
        int time = text.indexOf('T') < 0 ? text.indexOf(' ') : text.indexOf('T');
        try {
            return LocalDate.parse(time < 0 ? text : text.substring(0, time));
        } catch (DateTimeParseException e) {
            throw new BadLineException(
                    file, number, "'" + key + "' is no date: '" + value + "'; write it like 2024-01-30");
        }
    }

    /** Null if there is none. */
    @Nullable
    Boolean flag(String key) {
        JsonNode value = object.path(key);
        return value.isBoolean() ? (Boolean) value.booleanValue() : null;
    }

    /** The strings of a list, the empty ones left out; a string by itself is a list of one. */
    List<String> texts(String key) {
        JsonNode value = object.path(key);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode element : value) {
                String text = textOf(element);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else {
            String text = textOf(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Every element of a list in its place, "" where it is no string. */
    List<String> numberedTexts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(key)) {
            texts.add(element.asText(""));
        }
        return texts;
    }

    /** The lists of whole numbers in a list, the empty ones left out. */
    List<List<Integer>> numberLists(String key) {
        List<List<Integer>> lists = new ArrayList<>();
        for (JsonNode element : list(key)) {
            List<Integer> numbers = new ArrayList<>();
            for (JsonNode value : element) {
                if (value.canConvertToInt()) {
                    numbers.add(value.intValue());
                }
            }
            if (!numbers.isEmpty()) {
                lists.add(List.copyOf(numbers));
            }
        }
        return lists;
    }

    /** The numbers of an object by their keys, in its order. */
    Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        JsonNode value = object.path(key);
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                if (entry.getValue().isNumber()) {
                    numbers.put(entry.getKey(), entry.getValue().doubleValue());
                }
            });
        }
        return numbers;
    }

    private Iterable<JsonNode> list(String key) {
        JsonNode value = object.path(key);
        return value.isArray() ? value : List.of();
    }

    private static @Nullable String textOf(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        return text.isEmpty() ? null : text;
    }

    private BadLineException missing(String key) {
        return new BadLineException(file, number, "'" + key + "' is missing");
    }
}
