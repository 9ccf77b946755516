package org.citebot.telegram.fake;

import java.util.List;

/** A text as a reader sees it, and what is marked in it. */
public record ParsedText(String text, List<Entity> entities) {

    public ParsedText {
        entities = List.copyOf(entities);
    }

    /** Without white space at either end, as Telegram shows it. */
    ParsedText trimmed() {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int from = start;
        int to = end;
        List<Entity> kept = entities.stream()
                .map(entity -> {
                    int begin = Math.clamp(entity.offset(), from, to);
                    int stop = Math.clamp(entity.end(), from, to);
                    return new Entity(entity.type(), begin - from, stop - begin, entity.url(), entity.automatic());
                })
                .filter(entity -> entity.length() > 0)
                .toList();
        return new ParsedText(text.substring(from, to), kept);
    }
}
