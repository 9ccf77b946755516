package org.citebot.citation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;

/**
 * Splits what a language model wrote into sentences and the passages that each of them cites. It reads [1], [1][2],
 * [1, 2], [1-3], 【1】 and [^1], before or after the full stop or before the sentence. Lists of sources at the end, code
 * fences, headings' signs, bullets, emphasis, HTML and links are dropped. Whatever it is given, it returns. Immutable,
 * for many threads.
 */
public final class CitationParser {

    /** A range may not be longer: nobody cites so many passages in one sentence. */
    private static final int LONGEST_RANGE = 20;

    private static final int UNKNOWN = 0;
    /** Beyond this nothing is read: no answer is so long. In UTF-16 units. */
    private static final int LONGEST_REPLY = 50_000;

    private static final Pattern MARKER = Pattern.compile(
            "\\h{0,3}[\\[【［〔]\\h{0,3}\\^?(?:(?:passage|source|no\\.?)\\h{0,3})?"
                    + "(\\p{Nd}{1,20}(?:\\h{0,3}(?:[-–—,;&、，]|and)\\h{0,3}\\p{Nd}{1,20}){0,40})\\h{0,3}(?:†[^\\]】］〕\\n]{0,200})?[\\]】］〕]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKER_AT_START = Pattern.compile("^" + MARKER.pattern(), Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile("(\\p{Nd}{1,20})(?:\\h{0,3}[-–—]\\h{0,3}(\\p{Nd}{1,20}))?");

    private static final Pattern SOURCES = Pattern.compile(
            "\\W{0,8}(?:sources?|references?|citations?|footnotes?|notes?|источники|сноски|джерела|крыніцы|źródła|przypisy)\\W{0,8}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FENCE = Pattern.compile("\\h*(?:```|~~~).*");
    private static final Pattern ITEM =
            Pattern.compile("^\\h*(?:[-*+•‣◦▪–—]\\h+|\\p{Nd}{1,3}[.)]\\h+|#{1,6}\\h+|>[>\\h]*)");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]\\n]{0,500}]\\([^)\\n]{0,2000}\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{0,500})]\\([^)\\n]{0,2000}\\)");
    private static final Pattern NUMBERED_LINK = Pattern.compile("(\\[\\^?\\p{Nd}{1,3}])\\([^)\\n]{0,2000}\\)");
    private static final Pattern TAG = Pattern.compile("</?\\p{Alpha}[^<>\\n]{0,500}>");
    private static final Pattern EMPHASIS = Pattern.compile("\\*+|`+|~~|__|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    /** With a scheme, or a bare name of a host, as Telegram would make a link of it; a name of an account too. */
    private static final Pattern URL = Pattern.compile(
            "<?\\b(?:\\p{Alpha}[\\p{Alnum}+.-]{1,15}://|www\\.|mailto:|tg:|javascript:)[^\\s<>\\[\\]]*>?"
                    + "|://|www\\."
                    + "|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,100}"
                    + "|(?<![\\p{L}\\p{N}])@[\\p{Alnum}_]{2,32}"
                    + "|(?<![\\p{L}\\p{N}.])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,5}(?:com|org|net|info|biz|io|me|ru|ua|by|pl|xyz|example|dev|app|co|uk|de|рф|бел|укр|top|site|online|link|click|gov|edu)(?![\\p{L}\\p{N}])(?:[:/?#][^\\s\\[\\]]*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final SentenceSplitter splitter;

    /** Splits sentences by the rules of the documents. */
    public CitationParser(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /** The sentences of a reply, in order; empty where it holds none. */
    public List<CitedSentence> parse(String reply, Language language) {
        String clean = InvisibleCharacters.strip(reply.substring(0, Math.min(reply.length(), LONGEST_REPLY)));
        Unmarked text = unmark(paragraphs(clean));
        List<CitedSentence> sentences = new ArrayList<>();
        for (TextSpan span :
                splitter.split(text.text(), new TextSpan(0, text.text().length()), language)) {
            String words = span.in(text.text())
                    .replaceAll("[\\s\\p{Z}]+", " ")
                    .replaceFirst("^[ :;,.]+", "")
                    .strip();
            if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
                sentences.add(new CitedSentence(words, text.numbers(span)));
            }
        }
        return sentences;
    }

    /** The lines without signs of form and without lists of sources; each item of a list a paragraph of its own. */
    private static List<String> paragraphs(String reply) {
        List<String> kept = new ArrayList<>();
        Boolean first = null;
        for (String line : reply.split("\n", -1)) {
            if (SOURCES.matcher(line).matches()) {
                return kept;
            }
            if (FENCE.matcher(line).matches()) {
                continue;
            }
            Matcher item = ITEM.matcher(line);
            boolean isItem = item.find();
            String words = plain(isItem ? line.substring(item.end()) : line);
            boolean atStart = MARKER_AT_START.matcher(words).find();
            if (atStart && !kept.isEmpty() && isBare(words)) {
                kept.add(kept.removeLast() + words);
                continue;
            }
            if (first == null && MARKER.matcher(words).find()) {
                first = atStart;
            }
            // Where markers follow what they prove, a line that begins with one is an entry of a list of sources.
            if (!atStart || Boolean.TRUE.equals(first)) {
                if (isItem || atStart) {
                    kept.add("");
                }
                kept.add(words);
                if (item.hasMatch() && item.group().contains("#")) {
                    kept.add("");
                }
            }
        }
        return kept;
    }

    private static boolean isBare(String line) {
        return MARKER.matcher(line).replaceAll("").chars().allMatch(sign -> ".,; \t".indexOf(sign) >= 0);
    }

    private static String plain(String line) {
        String words = IMAGE.matcher(line).replaceAll(" ");
        words = NUMBERED_LINK.matcher(words).replaceAll("$1");
        words = LINK.matcher(words).replaceAll("$1");
        words = withoutLinks(words);
        words = TAG.matcher(words).replaceAll("");
        return EMPHASIS.matcher(words).replaceAll("");
    }

    /** What is left around a link may be a link again. */
    private static String withoutLinks(String line) {
        String before = line;
        String after = URL.matcher(before).replaceAll("");
        while (!after.equals(before)) {
            before = after;
            after = URL.matcher(before).replaceAll("");
        }
        return after;
    }

    /** Takes the markers out and remembers where they stood. */
    private static Unmarked unmark(List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (String line : lines) {
            int start = text.length();
            boolean before = MARKER_AT_START.matcher(line).find();
            Matcher marker = MARKER.matcher(line);
            int from = 0;
            while (marker.find()) {
                text.append(line, from, marker.start());
                boolean ahead = before && (text.length() == start || endsSentence(text));
                marks.add(new Mark(text.length(), ahead, numbers(marker.group(1))));
                from = marker.end();
                if (from < line.length() && Character.isLetterOrDigit(line.charAt(from))) {
                    text.append(' ');
                }
            }
            text.append(line, from, line.length()).append('\n');
        }
        return new Unmarked(text.toString(), marks);
    }

    private static boolean endsSentence(CharSequence text) {
        return Pattern.compile("[.!?…][\"”’»)]*\\s*$").matcher(text).find();
    }

    private static Set<Integer> numbers(String list) {
        Set<Integer> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBERS.matcher(list);
        while (matcher.find()) {
            int first = number(matcher.group(1));
            int last = matcher.group(2) == null ? first : number(matcher.group(2));
            if (last < first || last - first > LONGEST_RANGE) {
                numbers.add(UNKNOWN);
            } else {
                for (int number = first; number <= last; number++) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /** Digits of any script; {@link #UNKNOWN} if no passage can have so great a number. */
    private static int number(String digits) {
        try {
            return Integer.parseInt(digits) > 1_000_000 ? UNKNOWN : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    /** @param ahead whether it stands before what it proves */
    private record Mark(int position, boolean ahead, Set<Integer> numbers) {}

    private record Unmarked(String text, List<Mark> marks) {

        List<Integer> numbers(TextSpan sentence) {
            Set<Integer> numbers = new LinkedHashSet<>();
            for (Mark mark : marks) {
                int position = mark.position();
                boolean belongs = mark.ahead()
                        ? position <= sentence.start() && isBlank(position, sentence.start())
                        : sentence.start() < position && isBlank(sentence.end(), position);
                if (belongs) {
                    numbers.addAll(mark.numbers());
                }
            }
            return List.copyOf(numbers);
        }

        /** Whether nothing is seen between two places; also where the second is not behind the first. */
        private boolean isBlank(int from, int to) {
            return from >= to
                    || text.substring(from, to)
                            .chars()
                            .allMatch(
                                    character -> Character.isWhitespace(character) || Character.isSpaceChar(character));
        }
    }
}
