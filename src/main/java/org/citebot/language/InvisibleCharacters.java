package org.citebot.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes what a reader cannot see but a machine would read or be misled by: zero-width and bidi control characters,
 * tag characters, variation selectors without a base, soft hyphens, control characters, halves of surrogate pairs.
 * Where such a character is part of the writing it stays: joiners inside emoji and in scripts that need them (Arabic,
 * Indic, …), one variation selector after an emoji or ideograph, the tags of a flag. Letters are never touched, so
 * right-to-left text stays as it is; only the controls that reorder it go.
 *
 * <p>Line ends become {@code \n}. No-break and other wide or narrow spaces stay: they are seen, they belong to the
 * source's typography ("10 000", "« … »"), and a quote is shown exactly as it was printed.
 */
public final class InvisibleCharacters {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u000B\\f\\u0085\\u2028\\u2029]");

    private static final Pattern FLAG_TAGS =
            Pattern.compile("[\\x{E0061}-\\x{E007A}]{2}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{1,4}\\x{E007F}");

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int COMBINING_KEYCAP = 0x20E3;
    private static final int NONE = -1;

    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Scripts without spaces between words, where a zero-width space marks a place to break the line. */
    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private InvisibleCharacters() {}

    /** The text as a reader sees it. A clean text comes back equal; cleaning twice changes nothing more. */
    public static String strip(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        StringBuilder kept = new StringBuilder(lines.length());
        int previous = NONE;
        int i = 0;
        while (i < lines.length()) {
            int character = lines.codePointAt(i);
            int next = i + Character.charCount(character);
            if (isTag(character)) {
                int end = previous == BLACK_FLAG ? endOfFlag(lines, i) : i;
                kept.append(lines, i, end);
                next = Math.max(end, next);
                previous = NONE;
            } else if (isKept(character, previous, lines, next)) {
                kept.appendCodePoint(character);
                previous = character;
            }
            i = next;
        }
        return kept.toString();
    }

    private static boolean isKept(int character, int previous, String text, int next) {
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return joins(character, previous, next < text.length() ? text.codePointAt(next) : NONE);
        }
        if (character == ZERO_WIDTH_SPACE) {
            return previous != NONE && WITHOUT_SPACES.contains(UnicodeScript.of(previous));
        }
        if (isVariationSelector(character)) {
            return selectsVariation(character, previous, next < text.length() ? text.codePointAt(next) : NONE);
        }
        return character == '\n' || character == '\t' || !isInvisible(character);
    }

    private static boolean joins(int joiner, int previous, int next) {
        if (previous == NONE) {
            return false;
        }
        // An emoji is joined after itself, its skin tone or its variation selector.
        boolean emoji = joiner == ZERO_WIDTH_JOINER
                && (isPicture(previous) || isVariationSelector(previous))
                && next != NONE
                && isPicture(next);
        return emoji || (Character.isAlphabetic(previous) && isJoining(previous)) || isVirama(previous);
    }

    private static boolean isJoining(int character) {
        return JOINING.contains(UnicodeScript.of(character));
    }

    private static boolean isVirama(int character) {
        int type = Character.getType(character);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && isJoining(character);
    }

    /** Digits count as emoji in Unicode's table because of keycaps: they are no picture. */
    private static boolean isPicture(int character) {
        return character > 0x7F && Character.isEmoji(character);
    }

    private static boolean selectsVariation(int selector, int previous, int next) {
        if (previous == NONE || isVariationSelector(previous)) {
            return false;
        }
        if (selector == 0xFE0E || selector == 0xFE0F) {
            return isPicture(previous) || (next == COMBINING_KEYCAP && Character.isEmoji(previous));
        }
        return switch (UnicodeScript.of(previous)) {
            case HAN -> true;
            case MONGOLIAN -> selector <= 0x180F;
            default -> false;
        };
    }

    private static boolean isVariationSelector(int character) {
        return isBetween(character, 0xFE00, 0xFE0F)
                || isBetween(character, 0xE0100, 0xE01EF)
                || isBetween(character, 0x180B, 0x180D)
                || character == 0x180F;
    }

    private static boolean isTag(int character) {
        return isBetween(character, 0xE0000, 0xE007F);
    }

    private static int endOfFlag(String text, int start) {
        Matcher tags = FLAG_TAGS.matcher(text).region(start, text.length());
        return tags.lookingAt() ? tags.end() : start;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            // Signs above a number in Arabic, Syriac and Kaithi are format characters that are seen.
            case Character.FORMAT -> !isPrependedMark(character);
            default -> isBlankLetter(character);
        };
    }

    private static boolean isPrependedMark(int character) {
        return isBetween(character, 0x0600, 0x0605)
                || character == 0x06DD
                || character == 0x070F
                || isBetween(character, 0x0890, 0x0891)
                || character == 0x08E2
                || character == 0x110BD
                || character == 0x110CD;
    }

    /** Letters and marks without a shape: the grapheme joiner, Hangul fillers, inherent vowels of Khmer. */
    private static boolean isBlankLetter(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    private static boolean isBetween(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
