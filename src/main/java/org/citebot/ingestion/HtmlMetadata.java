package org.citebot.ingestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: Open Graph, JSON-LD, the plain old tags. Pages are careless, so a value that cannot be
 * used counts as absent. The language is left to the text where the page names one that Citebot has no rules for.
 */
final class HtmlMetadata {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> ARTICLE_TYPES = Set.of(
            "Article",
            "NewsArticle",
            "BlogPosting",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "Report",
            "WebPage");

    private final Document page;
    private final List<JsonNode> articles = new ArrayList<>();

    private HtmlMetadata(Document page) {
        this.page = page;
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                collect(JSON.readTree(script.data()), 0);
            } catch (JsonProcessingException e) {
                // Broken JSON-LD is common and no reason to refuse the page: the other tags may do.
            }
        }
        articles.sort((a, b) -> Boolean.compare(isType(a, "WebPage"), isType(b, "WebPage")));
    }

    static FrontMatter read(Document page) {
        HtmlMetadata metadata = new HtmlMetadata(page);
        return new FrontMatter(
                null,
                metadata.title(),
                metadata.source(),
                metadata.published(),
                metadata.url(),
                metadata.language(),
                null,
                Map.of());
    }

    private void collect(JsonNode node, int depth) {
        if (depth > 4) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, depth + 1));
        } else if (node.isObject()) {
            if (ARTICLE_TYPES.stream().anyMatch(type -> isType(node, type))) {
                articles.add(node);
            }
            collect(node.path("@graph"), depth + 1);
            collect(node.path("mainEntity"), depth + 1);
        }
    }

    private static boolean isType(JsonNode node, String type) {
        JsonNode types = node.path("@type");
        if (types.isArray()) {
            for (JsonNode one : types) {
                if (one.asText().equals(type)) {
                    return true;
                }
            }
        }
        return types.asText().equals(type);
    }

    private @Nullable String title() {
        return first(
                meta("og:title"),
                json(article -> article.path("headline")),
                meta("twitter:title"),
                text("h1"),
                text("title"));
    }

    private @Nullable String source() {
        return first(
                meta("og:site_name"), json(article -> article.path("publisher").path("name")));
    }

    private @Nullable LocalDate published() {
        for (String date : new String[] {
            orEmpty(meta("article:published_time")),
            orEmpty(json(article -> article.path("datePublished"))),
            orEmpty(meta("date")),
            orEmpty(meta("dc.date")),
            orEmpty(meta("pubdate")),
            orEmpty(attribute("[itemprop=datePublished]", "content")),
            orEmpty(attribute("[itemprop=datePublished]", "datetime")),
            orEmpty(attribute("article time[datetime]", "datetime"))
        }) {
            var day = Dates.parse(date);
            if (day.isPresent()) {
                return day.get();
            }
        }
        return null;
    }

    private @Nullable URI url() {
        for (String link : new String[] {
            orEmpty(attribute("link[rel=canonical]", "href")),
            orEmpty(meta("og:url")),
            orEmpty(json(article -> article.path("url")))
        }) {
            try {
                URI uri = new URI(link);
                if (Links.isWeb(uri)) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                // The next one may do.
            }
        }
        return null;
    }

    private @Nullable Language language() {
        String tag = attribute("html[lang]", "lang");
        Language language = tag == null ? Language.OTHER : Language.ofCode(tag);
        return language == Language.OTHER ? null : language;
    }

    private @Nullable String meta(String name) {
        return attribute("meta[property=" + name + "], meta[name=" + name + "]", "content");
    }

    private @Nullable String attribute(String selector, String attribute) {
        Element element = page.selectFirst(selector);
        return element == null ? null : line(element.attr(attribute));
    }

    private @Nullable String text(String selector) {
        Element element = page.selectFirst(selector);
        return element == null ? null : line(element.text());
    }

    private @Nullable String json(Function<JsonNode, JsonNode> value) {
        for (JsonNode article : articles) {
            String text = line(value.apply(article).asText(""));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String line(String text) {
        String line = InvisibleCharacters.strip(text).strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? null : line;
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
