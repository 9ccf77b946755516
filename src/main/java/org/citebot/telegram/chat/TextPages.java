package org.citebot.telegram.chat;

import java.util.ArrayList;
import java.util.List;
import org.citebot.language.TextSpan;

/** Cuts the text of a document into pages to leaf through: at the last end of a paragraph that fits, else of a word. */
final class TextPages {

    /** Leaves room in a message for what stands above, and for the marks of active words. */
    private static final int LONGEST = 3_000;

    private TextPages() {}

    /** The pages of a text, at least one. */
    static List<TextSpan> of(String text) {
        List<TextSpan> pages = new ArrayList<>();
        int start = 0;
        while (text.length() - start > LONGEST) {
            int end = cut(text, start);
            pages.add(new TextSpan(start, end));
            start = end;
        }
        if (start < text.length() || pages.isEmpty()) {
            pages.add(new TextSpan(start, text.length()));
        }
        return pages;
    }

    private static int cut(String text, int start) {
        int limit = start + LONGEST;
        int half = start + LONGEST / 2;
        int paragraph = text.lastIndexOf("\n\n", limit - 2);
        if (paragraph >= half) {
            return paragraph + 2;
        }
        for (int at = limit; at > half; at--) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit)) ? limit - 1 : limit;
    }
}
