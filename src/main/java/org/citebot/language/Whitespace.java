package org.citebot.language;

/** White space in the wide sense: Java's own {@code strip} leaves no-break spaces, which news texts are full of. */
final class Whitespace {

    private Whitespace() {}

    static boolean isWhite(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** The span without white space at its ends; empty, at its start, if there is nothing else. */
    static TextSpan trim(String text, int start, int end) {
        int first = start;
        while (first < end && isWhite(text.charAt(first))) {
            first++;
        }
        int last = end;
        while (last > first && isWhite(text.charAt(last - 1))) {
            last--;
        }
        return first == last ? new TextSpan(start, start) : new TextSpan(first, last);
    }
}
