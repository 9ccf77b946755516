package org.citebot.moderation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.citebot.corpus.DamagedStoreException;
import org.citebot.corpus.DocumentDetails;
import org.jspecify.annotations.Nullable;

/** What is said of a document in place of what its file says: normalised, empty for what it is not to have. */
record DetailEdits(Map<DetailField, String> values) {

    static final DetailEdits NONE = new DetailEdits(Map.of());

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<DetailField, String>> VALUES = new TypeReference<>() {};

    DetailEdits {
        values = Map.copyOf(values);
    }

    DetailEdits with(DetailField field, String value) {
        Map<DetailField, String> all = new EnumMap<>(DetailField.class);
        all.putAll(values);
        all.put(field, value);
        return new DetailEdits(all);
    }

    /** With a text that nobody wrote for this field: its first line, cut to the longest there may be; nothing if blank. */
    DetailEdits withShortened(DetailField field, String text) {
        String line = DetailField.clean(text)
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " ")
                .strip();
        if (line.length() > DetailField.LONGEST) {
            int end = line.lastIndexOf(' ', DetailField.LONGEST - 1);
            line = line.substring(0, end > 0 ? end : line.offsetByCodePoints(0, DetailField.LONGEST / 2 - 1)) + "…";
        }
        return line.isEmpty() ? this : with(field, line);
    }

    DocumentDetails over(DocumentDetails details) {
        String title = values.get(DetailField.TITLE);
        String day = value(DetailField.DATE, Objects.toString(details.published(), null));
        String url = value(DetailField.URL, Objects.toString(details.url(), null));
        return new DocumentDetails(
                title == null ? details.title() : title,
                value(DetailField.OUTLET, details.source()),
                day == null ? null : LocalDate.parse(day),
                url == null ? null : URI.create(url),
                details.language(),
                details.about(),
                details.speakers());
    }

    private @Nullable String value(DetailField field, @Nullable String otherwise) {
        String value = values.getOrDefault(field, Objects.requireNonNullElse(otherwise, ""));
        return value.isEmpty() ? null : value;
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of strings is always JSON", e);
        }
    }

    static DetailEdits ofJson(String json) {
        try {
            return new DetailEdits(JSON.readValue(json, VALUES));
        } catch (JsonProcessingException e) {
            throw new DamagedStoreException("The edits of a proposal are damaged");
        }
    }
}
