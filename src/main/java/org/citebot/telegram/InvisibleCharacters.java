package org.citebot.telegram;

/**
 * Takes out characters that act without being seen: controls, bidi controls, zero-width spaces, tags. Joiners and
 * variation selectors stay, because emoji and some scripts are written with them; half a surrogate pair, which could
 * not be sent, becomes U+FFFD.
 */
final class InvisibleCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private InvisibleCharacters() {}

    static String strip(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(seen, point));
        return seen.toString();
    }

    private static void append(StringBuilder seen, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL -> {
                if (point == '\n' || point == '\t') {
                    seen.append((char) point);
                }
            }
            case Character.FORMAT -> {
                if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
                    seen.appendCodePoint(point);
                }
            }
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> seen.append('\n');
            case Character.SURROGATE -> seen.append('\uFFFD');
            default -> seen.appendCodePoint(point);
        }
    }
}
