package org.citebot.telegram.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citebot.telegram.text.FormattedText.Mark;

/**
 * Cuts a text into messages that Telegram takes. A cut is made at the last end of a paragraph that leaves the message
 * at least half full, else of a line, a sentence, a word, a character as a reader sees it; never inside a surrogate
 * pair. Marks that reach over a cut are closed before it and opened again after it. White space at a cut is dropped,
 * nothing else.
 */
public final class MessageSplitter {

    /** UTF-16 units of a message, without its markup. */
    public static final int LONGEST = 4096;

    /** Telegram takes 100; a cut can make two more words active, see {@link ActiveWords}. */
    private static final int MOST_MARKS = 98;

    private static final String SENTENCE_ENDS = ".!?…";
    private static final String CLOSERS = "\"'”’»)]";

    private MessageSplitter() {}

    /** The messages, in order; empty for a blank text. Each fits without its formatting too, addresses included. */
    public static List<FormattedText> split(FormattedText text) {
        List<FormattedText> messages = new ArrayList<>();
        int start = 0;
        while (start < text.text().length()) {
            int end = end(text, start);
            FormattedText part = text.part(start, end);
            if (!part.text().isEmpty()) {
                messages.add(ActiveWords.disarm(part));
            }
            start = end;
        }
        return List.copyOf(messages);
    }

    private static int end(FormattedText text, int start) {
        int limit = Math.min(farthest(text, start), text.text().length());
        return limit == text.text().length() ? limit : cut(text.text(), start, limit);
    }

    /** Where a message that begins at {@code start} has to end: its size or its number of marks is used up there. */
    private static int farthest(FormattedText text, int start) {
        int limit = start + LONGEST;
        int marks = 0;
        for (Mark mark : text.marks()) {
            if (mark.span().end() <= start || mark.style().isReference()) {
                continue;
            }
            if (mark.span().start() >= limit) {
                break;
            }
            marks++;
            int cost = mark.url() == null ? 0 : mark.url().toString().length() + " ()".length();
            if (marks > MOST_MARKS || limit - cost < mark.span().start()) {
                return Math.max(mark.span().start(), start + 1);
            }
            limit -= cost;
        }
        return limit;
    }

    private static int cut(String text, int start, int limit) {
        int half = start + (limit - start) / 2;
        for (Boundary boundary : Boundary.values()) {
            for (int at = limit; at > half; at--) {
                if (boundary.isAt(text, at)) {
                    return at;
                }
            }
        }
        return characterEnd(text, start, limit);
    }

    private static int characterEnd(String text, int start, int limit) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // One unit more than fits, so that the end of the stretch is not taken for the end of a character.
        characters.setText(text.substring(start, limit + 1));
        int end = start + characters.preceding(limit - start + 1);
        if (end > start) {
            return end;
        }
        return Character.isLowSurrogate(text.charAt(limit)) && limit - 1 > start ? limit - 1 : limit;
    }

    /** Places to cut, the best first. */
    private enum Boundary {
        PARAGRAPH {
            @Override
            boolean isAt(String text, int at) {
                return at > 1 && text.charAt(at - 1) == '\n' && text.charAt(at - 2) == '\n';
            }
        },
        LINE {
            @Override
            boolean isAt(String text, int at) {
                return text.charAt(at - 1) == '\n';
            }
        },
        SENTENCE {
            @Override
            boolean isAt(String text, int at) {
                if (!WORD.isAt(text, at)) {
                    return false;
                }
                int last = at - 2;
                while (last > 0 && CLOSERS.indexOf(text.charAt(last)) >= 0) {
                    last--;
                }
                return last >= 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
            }
        },
        WORD {
            @Override
            boolean isAt(String text, int at) {
                return Character.isWhitespace(text.charAt(at - 1));
            }
        };

        /** Whether a message may end before the character at {@code at}, which is never the first. */
        abstract boolean isAt(String text, int at);
    }
}
