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
import org.citebot.language.Message;
import org.jspecify.annotations.Nullable;

/** The values of one front matter, and what is wrong with them: all mistakes, each with line and key. For one use. */
final class FrontMatterFields {

    private final JsonNode root;
    private final String block;
    private final List<Message> problems = new ArrayList<>();

    FrontMatterFields(JsonNode root, String block) {
        this.root = root;
        this.block = block;
    }

    FrontMatter read() {
        if (!root.isObject()) {
            problems.add(FileProblem.NO_KEYS.with(Map.of()));
            return FrontMatter.NONE;
        }
        return new FrontMatter(
                id(), text("title"), text("source"), published(), url(), language(), about(), speakers());
    }

    List<Message> problems() {
        return problems;
    }

    private @Nullable DocumentId id() {
        String id = text("id");
        try {
            return id == null ? null : new DocumentId(id);
        } catch (IllegalArgumentException e) {
            problem("id", FileProblem.LONG_ID);
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
            problem("published", FileProblem.NO_DATE, published);
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
        problem("url", FileProblem.NO_LINK, url);
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
            problem("language", FileProblem.NO_LANGUAGE, tag);
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
            problem("about", FileProblem.ABOUT);
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
            problem(key, FileProblem.SPEAKERS);
            return;
        }
        node.properties().forEach(entry -> {
            List<String> names = names(entry.getValue());
            if (entry.getKey().isBlank() || names == null) {
                problem(key, FileProblem.NAMES, entry.getKey());
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
            problem(key, FileProblem.NOT_ONE_VALUE);
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

    private void problem(String key, FileProblem problem) {
        add(key, problem.with(Map.of()));
    }

    private void problem(String key, FileProblem problem, String value) {
        add(key, problem.with(Map.of("value", value)));
    }

    private void add(String key, Message problem) {
        problems.add(
                FileProblem.AT_KEY.with(Map.of("line", String.valueOf(lineOf(key)), "key", key, "problem", problem)));
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
