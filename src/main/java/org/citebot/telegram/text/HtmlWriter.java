package org.citebot.telegram.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.citebot.telegram.text.FormattedText.Mark;

/** Writes a text in the HTML that Telegram takes in messages. Every tag of a message stands here. */
public final class HtmlWriter {

    private HtmlWriter() {}

    public static String write(FormattedText text) {
        return write(text, mark -> !mark.style().isReference());
    }

    /** With the marks that are wanted. */
    static String write(FormattedText text, Predicate<Mark> wanted) {
        StringBuilder html = new StringBuilder();
        Deque<Mark> open = new ArrayDeque<>();
        int at = 0;
        for (Mark mark : text.marks().stream().filter(wanted).toList()) {
            at = closeUntil(mark.span().start(), open, text, at, html);
            escape(text.text().substring(at, mark.span().start()), html);
            at = mark.span().start();
            html.append(openingTag(mark, text));
            open.push(mark);
        }
        at = closeUntil(text.text().length(), open, text, at, html);
        escape(text.text().substring(at), html);
        return html.toString();
    }

    /** Closes the marks that end at or before {@code limit}; returns up to where the text is written. */
    private static int closeUntil(int limit, Deque<Mark> open, FormattedText text, int written, StringBuilder html) {
        int at = written;
        while (!open.isEmpty() && open.getFirst().span().end() <= limit) {
            Mark mark = open.pop();
            escape(text.text().substring(at, mark.span().end()), html);
            at = mark.span().end();
            html.append(closingTag(mark));
        }
        return at;
    }

    private static String openingTag(Mark mark, FormattedText text) {
        return switch (mark.style()) {
            case QUOTATION -> "<blockquote expandable>";
            case OPEN_QUOTATION -> "<blockquote>";
            case LINK -> linkTag(mark);
            case BOLD -> "<b>";
            case CODE -> "<code>";
            case REFERENCE_LINK -> "<a href=\"#" + name(mark, text) + "\">";
            case REFERENCE -> "<tg-reference name=\"" + name(mark, text) + "\">";
        };
    }

    private static String name(Mark mark, FormattedText text) {
        return "source-" + mark.span().in(text.text()).replaceAll("\\D", "");
    }

    private static String linkTag(Mark link) {
        StringBuilder tag = new StringBuilder("<a href=\"");
        escape(String.valueOf(link.url()), tag);
        return tag.append("\">").toString();
    }

    private static String closingTag(Mark mark) {
        return switch (mark.style()) {
            case QUOTATION, OPEN_QUOTATION -> "</blockquote>";
            case LINK, REFERENCE_LINK -> "</a>";
            case BOLD -> "</b>";
            case CODE -> "</code>";
            case REFERENCE -> "</tg-reference>";
        };
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(unit);
            }
        }
    }
}
