package org.citebot.telegram.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the HTML that Telegram takes in messages, or in rich messages, and refuses what Telegram refuses. */
final class HtmlParser {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("a", "text_link"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"));

    /** Those that only rich messages have. */
    private static final Map<String, String> RICH_TYPES = Map.of(
            "p", "paragraph",
            "details", "details",
            "summary", "summary",
            "tg-reference", "reference");

    private static final Pattern NAME = Pattern.compile("\\sname\\s*=\\s*\"([^\"]+)\"");

    private static final Pattern START = Pattern.compile("<([a-zA-Z][a-zA-Z0-9-]*)((?:\\s[^>]*)?)>");
    private static final Pattern END = Pattern.compile("</([a-zA-Z][a-zA-Z0-9-]*)\\s*>");
    private static final Pattern HREF = Pattern.compile("\\shref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));");

    private final String html;
    private final boolean rich;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(
            String tag, String type, int start, @Nullable String url) {}

    private HtmlParser(String html, boolean rich) {
        this.html = html;
        this.rich = rich;
    }

    static ParsedText parse(String html) throws Refusal {
        return new HtmlParser(html, false).parse();
    }

    /** Of a rich message: blocks stand on lines of their own, and whatever leads to a reference finds one. */
    static ParsedText parseRich(String html) throws Refusal {
        ParsedText parsed = new HtmlParser(html, true).parse();
        List<String> names = named(parsed, "reference");
        if (!names.containsAll(named(parsed, "reference_link"))) {
            throw refusal("a link leads to no reference");
        }
        if (names.stream().distinct().count() != names.size()) {
            throw refusal("two references have one name");
        }
        return parsed;
    }

    private static List<String> named(ParsedText parsed, String type) {
        return parsed.entities().stream()
                .filter(entity -> entity.type().equals(type))
                .map(entity -> String.valueOf(entity.url()))
                .toList();
    }

    private ParsedText parse() throws Refusal {
        int at = 0;
        while (at < html.length()) {
            at = switch (html.charAt(at)) {
                case '<' -> tag(at);
                case '&' -> reference(at);
                default -> {
                    text.append(html.charAt(at));
                    yield at + 1;
                }
            };
        }
        if (!open.isEmpty()) {
            throw refusal("Can't find end tag corresponding to start tag \""
                    + open.getFirst().tag() + "\"");
        }
        return new ParsedText(text.toString(), entities);
    }

    private int tag(int at) throws Refusal {
        Matcher end = END.matcher(html).region(at, html.length());
        if (end.lookingAt()) {
            close(end.group(1).toLowerCase(Locale.ROOT), at);
            return end.end();
        }
        Matcher start = START.matcher(html).region(at, html.length());
        if (!start.lookingAt()) {
            throw refusal("Unsupported start tag \"\" at byte offset " + at);
        }
        open(start.group(1).toLowerCase(Locale.ROOT), start.group(2), at);
        return start.end();
    }

    private void open(String tag, String attributes, int at) throws Refusal {
        String type = rich ? RICH_TYPES.getOrDefault(tag, TYPES.get(tag)) : TYPES.get(tag);
        if ("p".equals(tag) && open.stream().anyMatch(outer -> "p".equals(outer.tag()))) {
            throw refusal("a paragraph in a paragraph");
        }
        if (type == null || ("span".equals(tag) && !attributes.contains("class=\"tg-spoiler\""))) {
            throw refusal("Unsupported start tag \"" + tag + "\" at byte offset " + at);
        }
        if ("blockquote".equals(tag)) {
            if (open.stream().anyMatch(outer -> "blockquote".equals(outer.tag()))) {
                throw refusal("Nested start tag \"blockquote\" at byte offset " + at);
            }
            type = attributes.contains("expandable") ? "expandable_blockquote" : type;
        }
        String url = null;
        if ("a".equals(tag)) {
            Matcher href = HREF.matcher(attributes);
            if (href.find()) {
                url = unescape(href.group(1) != null ? href.group(1) : href.group(href.group(2) != null ? 2 : 3));
            }
        }
        if ("tg-reference".equals(tag)) {
            Matcher name = NAME.matcher(attributes);
            url = name.find() ? name.group(1) : null;
        } else if (rich && url != null && url.startsWith("#")) {
            type = "reference_link";
            url = url.substring(1);
        }
        open.push(new Open(tag, type, text.length(), url));
    }

    private void close(String tag, int at) throws Refusal {
        if (open.isEmpty()) {
            throw refusal("Unexpected end tag at byte offset " + at);
        }
        Open opened = open.pop();
        if (!opened.tag().equals(tag)) {
            throw refusal("Unmatched end tag at byte offset " + at + ", expected \"</" + opened.tag()
                    + ">\", found \"</" + tag + ">\"");
        }
        // A link that leads nowhere is only text.
        boolean link = "text_link".equals(opened.type());
        boolean real = !link || (opened.url() != null && opened.url().matches("(?i)(https?|tg|mailto)://?.+"));
        if (real && text.length() > opened.start()) {
            entities.add(
                    new Entity(opened.type(), opened.start(), text.length() - opened.start(), opened.url(), false));
        }
        if (tag.equals("p") || tag.equals("summary")) {
            text.append('\n');
        }
    }

    private int reference(int at) {
        Matcher reference = REFERENCE.matcher(html).region(at, html.length());
        if (!reference.lookingAt()) {
            text.append('&');
            return at + 1;
        }
        text.append(unescape(reference.group()));
        return reference.end();
    }

    private static String unescape(String escaped) {
        return REFERENCE.matcher(escaped).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult reference) {
        if (reference.group(1) != null) {
            return Character.toString(Integer.parseInt(reference.group(1)));
        }
        if (reference.group(2) != null) {
            return Character.toString(Integer.parseInt(reference.group(2), 16));
        }
        return switch (reference.group(3)) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            default -> "\"";
        };
    }

    private static Refusal refusal(String what) {
        return Refusal.badRequest("can't parse entities: " + what);
    }
}
