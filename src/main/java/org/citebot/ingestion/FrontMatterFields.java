package org.citebot.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.corpus.DocumentDetails.About;
import org.citebot.corpus.DocumentId;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/** The values of one front matter, and what is wrong with them: all mistakes, each with line and key. For one use. */
final class FrontMatterFields {

    private final JsonNode root;
    private final String block;
    private final List<String> problems = new ArrayList<>();

    FrontMatterFields(JsonNode root, String block) {
        this.root = root;
        this.block = block;
    }

    FrontMatter read() {
        if (!root.isObject()) {
            problems.add("line 2: the front matter holds no 'key: value' lines");
            return FrontMatter.NONE;
        }
        return new FrontMatter(
                id(), text("title"), text("source"), published(), url(), language(), about(), speakers());
    }

    List<String> problems() {
        return problems;
    }

    private @Nullable DocumentId id() {
        String id = text("id");
        try {
            return id == null ? null : new DocumentId(id);
        } catch (IllegalArgumentException e) {
            problem("id", "is longer than a document id may be, 200 characters");
            return null;
        }
    }

    private @Nullable LocalDate published() {
        String published = text("published");
        if (published == null) {
            return null;
        }
        Optional<LocalDate> day = Dates.parse(published);
        if (day.isEmpty()) {
            problem("published", "'" + published + "' is no date; write it as 2024-01-29");
        }
        return day.orElse(null);
    }

    private @Nullable URI url() {
        String url = text("url");
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            if (Links.isWeb(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, in the same words.
        }
        problem("url", "'" + url + "' is no web address; write it as https://host/path");
        return null;
    }

    private @Nullable Language language() {
        String tag = text("language");
        if (tag == null) {
            return null;
        }
        try {
            new Locale.Builder().setLanguageTag(tag.replace('_', '-'));
            return Language.ofCode(tag);
        } catch (IllformedLocaleException e) {
            problem("language", "'" + tag + "' is no language code; write it as en, ru, uk, be or pl");
            return null;
        }
    }

    private @Nullable About about() {
        JsonNode about = root.path("about");
        if (isAbsent(about)) {
            return null;
        }
        if (about.isValueNode()) {
            return new About(line(about), null);
        }
        String title = line(about.path("title"));
        if (!about.isObject() || title.isEmpty()) {
            problem("about", "needs a title and may have an outlet: about: {title: …, outlet: …}");
            return null;
        }
        String outlet = line(about.path("outlet"));
        return new About(title, outlet.isEmpty() ? null : outlet);
    }

    /** Other names of speakers stand under {@code speakers} or {@code aliases}: the two mean the same. */
    private Map<String, List<String>> speakers() {
        Map<String, List<String>> speakers = new LinkedHashMap<>();
        addSpeakers("speakers", speakers);
        addSpeakers("aliases", speakers);
        return speakers;
    }

    private void addSpeakers(String key, Map<String, List<String>> speakers) {
        JsonNode node = root.path(key);
        if (isAbsent(node)) {
            return;
        }
        if (!node.isObject()) {
            problem(key, "is a name with a list of other names, such as 'Jane Doe: [Ms. Doe, J. Doe]'");
            return;
        }
        node.properties().forEach(entry -> {
            List<String> names = names(entry.getValue());
            if (entry.getKey().isBlank() || names == null) {
                problem(key, "'" + entry.getKey() + "' needs a list of other names, such as [Ms. Doe, J. Doe]");
            } else {
                speakers.put(entry.getKey().strip(), names);
            }
        });
    }

    private static @Nullable List<String> names(JsonNode value) {
        if (isAbsent(value)) {
            return List.of();
        }
        if (value.isValueNode()) {
            return List.of(line(value));
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : value) {
            if (!name.isValueNode() || name.isNull()) {
                return null;
            }
            names.add(line(name));
        }
        return value.isArray() ? names : null;
    }

    /** A value of one line; null where it is absent or empty. */
    private @Nullable String text(String key) {
        JsonNode value = root.path(key);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isValueNode()) {
            problem(key, "holds a list or a map where one value belongs");
            return null;
        }
        return line(value);
    }

    private static String line(JsonNode value) {
        return InvisibleCharacters.strip(value.asText("")).strip().replaceAll("\\s+", " ");
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && line(value).isEmpty());
    }

    private void problem(String key, String what) {
        problems.add("line " + lineOf(key) + ": " + key + ": " + what);
    }

    private int lineOf(String key) {
        Matcher line = Pattern.compile("^[\"']?" + Pattern.quote(key) + "[\"']?\\s*:", Pattern.MULTILINE)
                .matcher(block);
        int before = line.find() ? line.start() : 0;
        return 2
                + (int) block.substring(0, before)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
