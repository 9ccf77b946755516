package org.citebot.telegram.text;

import java.util.ArrayList;
import java.util.List;
import org.citebot.telegram.text.FormattedText.Mark;
import org.citebot.telegram.text.FormattedText.Style;

/**
 * Writes a text in the HTML of rich messages (Bot API 10.1): each line is a paragraph, the [n] of a sentence leads to its
 * source, and a folded quotation is a block that the line above it opens and closes.
 */
public final class RichHtmlWriter {

    private final StringBuilder html = new StringBuilder();

    private RichHtmlWriter() {}

    public static String write(FormattedText text) {
        RichHtmlWriter writer = new RichHtmlWriter();
        int at = 0;
        for (Mark mark : text.marks()) {
            if (mark.style().isQuotation() && mark.span().start() >= at) {
                List<FormattedText> above = lines(text.part(at, mark.span().start()));
                List<FormattedText> quoted =
                        lines(text.part(mark.span().start(), mark.span().end()));
                writer.add(above, mark.style(), quoted);
                at = mark.span().end();
            }
        }
        writer.paragraphs(lines(text.part(at, text.text().length())));
        return writer.html.toString();
    }

    private void add(List<FormattedText> above, Style style, List<FormattedText> quoted) {
        if (style == Style.OPEN_QUOTATION || above.isEmpty()) {
            paragraphs(above);
            quotation(quoted);
            return;
        }
        paragraphs(above.subList(0, above.size() - 1));
        html.append("<details><summary>").append(inline(above.getLast())).append("</summary>");
        quotation(quoted);
        html.append("</details>");
    }

    private void quotation(List<FormattedText> quoted) {
        html.append("<blockquote>");
        paragraphs(quoted);
        html.append("</blockquote>");
    }

    private void paragraphs(List<FormattedText> lines) {
        lines.forEach(line -> html.append("<p>").append(inline(line)).append("</p>"));
    }

    private static String inline(FormattedText line) {
        return HtmlWriter.write(line, mark -> !mark.style().isQuotation());
    }

    /** The lines that are not blank. */
    private static List<FormattedText> lines(FormattedText text) {
        List<FormattedText> lines = new ArrayList<>();
        int start = 0;
        while (start < text.text().length()) {
            int newline = text.text().indexOf('\n', start);
            int end = newline < 0 ? text.text().length() : newline;
            FormattedText line = text.part(start, end);
            if (!line.text().isEmpty()) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }
}
