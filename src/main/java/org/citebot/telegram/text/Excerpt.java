package org.citebot.telegram.text;

import java.text.BreakIterator;
import java.util.Locale;
import org.citebot.language.InvisibleCharacters;
import org.citebot.telegram.text.FormattedText.Style;

/** Words of a document or a person on one line, short enough to stand in a message beside much else. */
public final class Excerpt {

    private static final int MOST_MARKS = 2;

    private Excerpt() {}

    /**
     * One line of at most {@code longest} UTF-16 units; never blank.
     *
     * @param longest at least 2
     */
    public static String of(String words, int longest) {
        String line =
                InvisibleCharacters.strip(words).replaceAll("[\\s\\p{Z}]+", " ").strip();
        if (line.isEmpty()) {
            return "…";
        }
        return line.length() <= longest ? line : shorten(line, longest - 1).strip() + "…";
    }

    /** Adds such a line. Where much of it would be marked one by one, it is marked as a whole. */
    public static void add(TextBuilder text, String words, int longest) {
        String line = of(words, longest);
        if (new TextBuilder().foreign(line).build().marks().size() > MOST_MARKS) {
            text.marked(Style.CODE, () -> text.foreign(line));
        } else {
            text.foreign(line);
        }
    }

    private static String shorten(String line, int longest) {
        int space = line.lastIndexOf(' ', longest);
        if (space > longest / 2) {
            return line.substring(0, space);
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int end = characters.preceding(longest + 1);
        return line.substring(0, end > 0 ? end : line.offsetByCodePoints(0, 1));
    }
}
