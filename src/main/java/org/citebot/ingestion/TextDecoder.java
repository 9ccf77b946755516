package org.citebot.ingestion;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. UTF-8 and UTF-16 with a byte order mark are taken strictly; a page may name its own charset; the old
 * Windows charsets are taken only where the outcome reads like their languages. Everything else is refused rather than
 * stored with broken letters, because quotes are verbatim.
 */
final class TextDecoder {

    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int META_WITHIN = 4_096;

    private static final int BROKEN_ONE_IN = 1_000;

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final String TYPOGRAPHY = "‘’‚“”„«»–—…•€£§°©®™№\u00A0\u00AD";
    private static final String POLISH_LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
    private static final String WESTERN_LETTERS = "àâäáãåæçèéêëìíîïñòóôöõøœùúûüßÀÂÄÁÃÅÆÇÈÉÊËÍÎÏÑÓÔÖÕØŒÙÚÛÜ";

    private final LanguageDetector languages;

    TextDecoder(LanguageDetector languages) {
        this.languages = languages;
    }

    /**
     * The text of a file.
     *
     * @param name of the file, for the reason of a refusal
     */
    String decode(String name, byte[] content, boolean isPage) throws UnreadableException {
        if (content.length == 0) {
            throw new UnreadableException(FileProblem.EMPTY.in(name));
        }
        String text = decodeByMark(name, content);
        if (text == null) {
            refuseBinary(name, content);
            text = strictly(content, 0, StandardCharsets.UTF_8)
                    .or(() -> isPage ? byMeta(content) : Optional.empty())
                    .or(() -> byLanguage(content))
                    .orElse(null);
        }
        if (text == null) {
            throw new UnreadableException(FileProblem.NOT_UTF8.in(name));
        }
        return text;
    }

    private static @Nullable String decodeByMark(String name, byte[] content) throws UnreadableException {
        Charset charset;
        int mark;
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (startsWith(content, 0xFF, 0xFE) && !startsWith(content, 0xFF, 0xFE, 0, 0)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (startsWith(content, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else {
            return null;
        }
        return strictly(content, mark, charset)
                .orElseThrow(
                        () -> new UnreadableException(FileProblem.NOT_AS_MARKED.in(name, "charset", charset.name())));
    }

    private static void refuseBinary(String name, byte[] content) throws UnreadableException {
        if (startsWith(content, '%', 'P', 'D', 'F')) {
            throw new UnreadableException(FileProblem.PDF.in(name));
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            throw new UnreadableException(FileProblem.OFFICE.in(name));
        }
        int controls = 0;
        for (byte unit : content) {
            if (unit == 0) {
                throw new UnreadableException(FileProblem.ZERO_BYTES.in(name));
            }
            if (unit > 0 && unit < 0x20 && "\t\n\r\f\u000B\u001B".indexOf(unit) < 0) {
                controls++;
            }
        }
        if (controls > content.length / 100 + 8) {
            throw new UnreadableException(FileProblem.CONTROL_CHARACTERS.in(name, "count", controls));
        }
    }

    private static Optional<String> byMeta(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, META_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher meta = META_CHARSET.matcher(head);
        if (!meta.find()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(meta.group(1));
            return charset.equals(StandardCharsets.UTF_8) ? nearlyUtf8(content) : strictly(content, 0, charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Pages are put together from many sources, and a broken byte in one of their boxes is no reason to refuse them. */
    private static Optional<String> nearlyUtf8(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        long broken = text.chars().filter(character -> character == '\uFFFD').count();
        return broken * BROKEN_ONE_IN < content.length ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> byLanguage(byte[] content) {
        return strictly(content, 0, WINDOWS_1251)
                .filter(this::isCyrillic)
                .or(() -> strictly(content, 0, WINDOWS_1250)
                        .filter(text -> languages.detect(text) == Language.POLISH && hasOnly(text, POLISH_LETTERS)))
                .or(() -> strictly(content, 0, WINDOWS_1252).filter(text -> hasOnly(text, WESTERN_LETTERS)));
    }

    /** Other Cyrillic charsets read as this one give capitals where small letters stand. */
    private boolean isCyrillic(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long small = text.codePoints()
                .filter(letter -> Character.isLowerCase(letter)
                        && Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC)
                .count();
        Language language = languages.detect(text);
        return small * 2 > letters && language != Language.OTHER && language != Language.ENGLISH;
    }

    /** Few signs beyond ASCII, all of them letters of the language or typography. */
    private static boolean hasOnly(String text, String letters) {
        long beyond = text.chars().filter(character -> character > 0x7F).count();
        return beyond * 5 < text.length()
                && text.chars()
                        .filter(character -> character > 0x7F)
                        .allMatch(character -> letters.indexOf(character) >= 0 || TYPOGRAPHY.indexOf(character) >= 0);
    }

    private static Optional<String> strictly(byte[] content, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
