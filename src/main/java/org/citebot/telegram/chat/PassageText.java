package org.citebot.telegram.chat;

import java.util.List;
import org.citebot.language.TextSpan;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.TextBuilder;

/** Shows a passage as a quotation, with what is quoted from it in bold. */
final class PassageText {

    private PassageText() {}

    /**
     * @param style folded or open
     * @param stored the whole text of the document
     * @param passage its stretch that is shown
     * @param quotes the stretches in bold; they may overlap
     */
    static void add(TextBuilder text, Style style, String stored, TextSpan passage, List<TextSpan> quotes) {
        text.marked(style, () -> {
            int at = passage.start();
            for (TextSpan quote : quotes.stream().sorted().toList()) {
                // What is bold already is not repeated.
                int start = Math.max(at, quote.start());
                int end = Math.max(start, quote.end());
                text.foreign(stored.substring(at, start));
                text.marked(Style.BOLD, () -> text.foreign(stored.substring(start, end)));
                at = end;
            }
            text.foreign(stored.substring(at, passage.end()));
        });
    }
}
