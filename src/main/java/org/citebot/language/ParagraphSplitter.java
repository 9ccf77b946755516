package org.citebot.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a text into paragraphs. A blank line is always a wall. A line break alone is one only where lines are not
 * merely wrapped: before an item of a list, and after a line that is too long to be a wrapped one and ends a sentence.
 * Immutable, for many threads.
 */
public final class ParagraphSplitter {

    /** Nobody wraps lines later than this; a longer line is a paragraph that was written without blank lines. */
    private static final int WIDEST_WRAP = 120;

    private static final Pattern LIST_ITEM =
            Pattern.compile("\\h*(?:[-*+•‣◦▪–—]|\\p{Nd}{1,3}[.)]|\\p{L}\\))\\h+\\S.*", Pattern.DOTALL);

    private static final Pattern ENDS_SENTENCE = Pattern.compile(".*[.!?…][\"'”’»)\\]]*\\h*", Pattern.DOTALL);

    /** The paragraphs of a whole text. */
    public List<TextSpan> split(String text) {
        return split(text, new TextSpan(0, text.length()));
    }

    /**
     * The paragraphs inside a part of a text, in order, trimmed of white space, none empty. Together they hold every
     * character of the part that is not white space.
     */
    public List<TextSpan> split(String text, TextSpan within) {
        List<TextSpan> paragraphs = new ArrayList<>();
        int start = within.start();
        String before = "";
        boolean inList = false;
        for (TextSpan line : lines(text, within)) {
            String words = Whitespace.trim(text, line.start(), line.end()).in(text);
            boolean item = LIST_ITEM.matcher(words).matches();
            if (words.isEmpty() || (item && (inList || mayPrecedeItem(before))) || isUnwrapped(before)) {
                add(paragraphs, Whitespace.trim(text, start, line.start()));
                start = line.start();
                inList = item;
            }
            before = words;
        }
        add(paragraphs, Whitespace.trim(text, start, within.end()));
        return paragraphs;
    }

    /** The lines inside a part of a text, without their line breaks. */
    static List<TextSpan> lines(String text, TextSpan within) {
        List<TextSpan> lines = new ArrayList<>();
        int start = within.start();
        while (start < within.end()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 || newline > within.end() ? within.end() : newline;
            lines.add(new TextSpan(start, end));
            start = end + 1;
        }
        return lines;
    }

    /** A dash or a number within running text may begin a wrapped line; an item follows a line that is finished. */
    private static boolean mayPrecedeItem(String line) {
        return line.isEmpty()
                || line.endsWith(":")
                || ENDS_SENTENCE.matcher(line).matches();
    }

    private static boolean isUnwrapped(String line) {
        return line.length() > WIDEST_WRAP && ENDS_SENTENCE.matcher(line).matches();
    }

    private static void add(List<TextSpan> spans, TextSpan span) {
        if (span.length() > 0) {
            spans.add(span);
        }
    }
}
