package org.citebot.telegram.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what Telegram makes active by itself, by the patterns of its library TDLib (td/telegram/MessageEntity.cpp),
 * with a short list of top-level domains instead of its long one.
 */
final class AutomaticEntities {

    private static final String TOP_LEVEL = "(?:com|org|net|info|news|io|me|co|uk|de|pl|ru|ua|by|eu|us|tv|app|dev|xyz"
            + "|link|click|top|site|online|рф|укр|бел|xn--p1ai|xn--j1amh)";
    private static final String LABEL = "[a-zA-Z0-9_\\-\\u00a1-\\uffff]+";
    private static final String HOST = "(?:" + LABEL + "\\.)+" + TOP_LEVEL + "(?![a-zA-Z0-9_\\-\\u00a1-\\uffff])";

    private record Rule(String type, Pattern pattern) {}

    private static final List<Rule> RULES = List.of(
            new Rule("email", Pattern.compile("[a-zA-Z0-9._%+-]+@" + HOST)),
            new Rule("url", Pattern.compile("(?:https?|ftp|tg|ton)://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE)),
            new Rule("url", Pattern.compile(HOST + "(?::\\d+)?(?:[/?#][^\\s<>\"]*)?", Pattern.CASE_INSENSITIVE)),
            new Rule("url", Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])")),
            new Rule("mention", Pattern.compile("(?<![a-zA-Z0-9_])@[a-zA-Z0-9_]{2,32}(?![a-zA-Z0-9_])")),
            new Rule(
                    "bot_command",
                    Pattern.compile("(?<![a-zA-Z0-9_/<>\\p{L}])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?"
                            + "(?![a-zA-Z0-9_/<>])")),
            new Rule(
                    "hashtag",
                    Pattern.compile(
                            "(?<![\\d_\\p{L}\\u200c])#(?=\\d*[_\\p{L}])[\\d_\\p{L}\\p{M}\\u200c]{1,256}(?![\\d_\\p{L}]*#)")),
            new Rule("cashtag", Pattern.compile("(?<![$\\d_\\p{L}])\\$(?:1INCH|[A-Z]{1,8})(?![$\\d_\\p{L}])")));

    /** Where Telegram looks for nothing. */
    private static final Set<String> SILENT = Set.of("code", "pre", "text_link");

    private AutomaticEntities() {}

    /** The text with the entities that Telegram adds. */
    static ParsedText add(ParsedText parsed) {
        List<Entity> all = new ArrayList<>(parsed.entities());
        List<Entity> taken = new ArrayList<>(parsed.entities().stream()
                .filter(entity -> SILENT.contains(entity.type()))
                .toList());
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(parsed.text());
            while (matcher.find()) {
                Entity found = new Entity(rule.type(), matcher.start(), matcher.end() - matcher.start(), null, true);
                if (taken.stream().noneMatch(found::intersects)) {
                    all.add(found);
                    taken.add(found);
                }
            }
        }
        return new ParsedText(parsed.text(), all);
    }
}
