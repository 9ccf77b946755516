package org.citebot.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.index.TokenTemplate.Part;

/**
 * The tokenizer of uncased BERT models: text to the numbers of word pieces (Wu et al., 2016, "Google's Neural Machine
 * Translation System"; Devlin et al., 2019, "BERT"). Gives the numbers of Hugging Face's {@code tokenizers} with
 * {@code BertNormalizer}, {@code BertPreTokenizer} and {@code WordPiece}, as the model expects, for all text but some
 * marks and signs of rare scripts whose category its tables, of Unicode 8, do not know.
 *
 * <ol>
 *   <li>Clean: control characters go, white space becomes a blank, an ideograph becomes a word.
 *   <li>Fold: accents and case go.
 *   <li>Split at blanks; each punctuation mark is a word.
 *   <li>Cut each word into the longest pieces of the vocabulary, from the left; a word that cannot be cut so is unknown.
 * </ol>
 *
 * <p>Immutable and safe for use by many threads.
 */
final class WordPieceTokenizer implements PieceTokenizer.Pieces {

    private static final int MAX_WORD_CODE_POINTS = 100;
    private static final String CONTINUATION = "##";
    private static final Pattern SPECIAL = Pattern.compile("\\[(?:PAD|UNK|CLS|SEP|MASK)]");

    private final Map<String, Integer> vocabulary;
    private final boolean lowercase;
    private final int longestPiece;

    /** @param lowercase whether case and accents go; else they stay, as in cased models */
    WordPieceTokenizer(Map<String, Integer> vocabulary, boolean lowercase) {
        this.vocabulary = vocabulary;
        this.lowercase = lowercase;
        this.longestPiece =
                vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Reads the vocabulary of a {@code tokenizer.json}. */
    static WordPieceTokenizer read(InputStream tokenizerJson) throws IOException {
        // Thirty thousand names that are met once each: to intern them would take most of the time.
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        try (JsonParser json = factory.createParser(tokenizerJson)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && "vocab".equals(json.currentName())) {
                    return new WordPieceTokenizer(vocabulary(json), true);
                }
            }
        }
        throw new IOException("the tokenizer has no vocabulary");
    }

    private static Map<String, Integer> vocabulary(JsonParser json) throws IOException {
        Map<String, Integer> vocabulary = HashMap.newHashMap(1 << 15);
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            vocabulary.put(json.currentName(), json.nextIntValue(-1));
        }
        return vocabulary;
    }

    /** With BERT's marks around texts. */
    Tokenizer withMarks() {
        Part first = Part.ofMark(number("[CLS]"), 0);
        Part last = Part.ofMark(number("[SEP]"), 0);
        Part lastOfSecond = Part.ofMark(number("[SEP]"), 1);
        return new PieceTokenizer(
                this,
                new TokenTemplate(List.of(first, Part.ofText(0, 0), last)),
                new TokenTemplate(List.of(first, Part.ofText(0, 0), last, Part.ofText(1, 1), lastOfSecond)));
    }

    @Override
    public long[] of(String text, int limit) {
        Row pieces = new Row(limit);
        addText(text, pieces);
        return pieces.all();
    }

    private void addText(String text, Row pieces) {
        Matcher special = SPECIAL.matcher(text);
        int from = 0;
        while (special.find()) {
            addWords(text.substring(from, special.start()), pieces);
            pieces.add(number(special.group()));
            from = special.end();
        }
        addWords(text.substring(from), pieces);
    }

    private void addWords(String text, Row pieces) {
        String cleaned = clean(text);
        String folded = lowercase ? fold(cleaned) : cleaned;
        int start = 0;
        for (int at = 0; at < folded.length() && !pieces.full(); ) {
            int character = folded.codePointAt(at);
            int next = at + Character.charCount(character);
            if (character == ' ' || isPunctuation(character)) {
                addWord(folded.substring(start, at), pieces);
                start = next;
            }
            if (isPunctuation(character)) {
                addWord(folded.substring(at, next), pieces);
            }
            at = next;
        }
        addWord(folded.substring(start), pieces);
    }

    private void addWord(String word, Row pieces) {
        int before = pieces.count;
        int start = 0;
        boolean known = word.codePointCount(0, word.length()) <= MAX_WORD_CODE_POINTS;
        while (known && start < word.length()) {
            int end = endOfLongestPiece(word, start, pieces);
            known = end > start;
            start = end;
        }
        if (!known) {
            pieces.count = before;
            pieces.add(number("[UNK]"));
        }
    }

    /** Adds the longest piece that begins at {@code start} and returns its end; {@code start} if there is none. */
    private int endOfLongestPiece(String word, int start, Row pieces) {
        String prefix = start == 0 ? "" : CONTINUATION;
        for (int end = Math.min(word.length(), start + longestPiece); end > start; end--) {
            Integer number = vocabulary.get(prefix + word.substring(start, end));
            if (number != null) {
                pieces.add(number);
                return end;
            }
        }
        return start;
    }

    private int number(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalStateException("The vocabulary lacks " + piece);
        }
        return number;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isSpace(character)) {
                clean.append(' ');
            } else if (isIdeograph(character)) {
                clean.append(' ').appendCodePoint(character).append(' ');
            } else if (!isControl(character)) {
                clean.appendCodePoint(character);
            }
        });
        return clean.toString();
    }

    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(character -> {
            if (Character.getType(character) != Character.NON_SPACING_MARK) {
                folded.appendCodePoint(Character.toLowerCase(character));
            }
        });
        return folded.toString();
    }

    private static boolean isSpace(int character) {
        return character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character);
    }

    private static boolean isControl(int character) {
        return character == 0xFFFD
                || switch (Character.getType(character)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
                    default -> false;
                };
    }

    /** ASCII's symbols, and whatever Unicode calls punctuation. */
    private static boolean isPunctuation(int character) {
        if (character < 128) {
            return character > ' ' && character < 127 && !Character.isLetterOrDigit(character);
        }
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The blocks that BERT takes for Chinese; not the alphabets of Japanese and Korean. */
    private static boolean isIdeograph(int character) {
        return (character >= 0x4E00 && character <= 0x9FFF)
                || (character >= 0x3400 && character <= 0x4DBF)
                || (character >= 0x20000 && character <= 0x2A6DF)
                || (character >= 0x2A700 && character <= 0x2B73F)
                || (character >= 0x2B740 && character <= 0x2B81F)
                || (character >= 0x2B920 && character <= 0x2CEAF)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0x2F800 && character <= 0x2FA1F);
    }

    /** A growing row of numbers that ignores what is beyond its limit. */
    private static final class Row {

        private final int limit;
        private long[] numbers = new long[64];
        private int count;

        Row(int limit) {
            this.limit = limit;
        }

        boolean full() {
            return count >= limit;
        }

        void add(int number) {
            if (full()) {
                return;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number;
        }

        long[] all() {
            return Arrays.copyOf(numbers, count);
        }
    }
}
