package org.citebot.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.corpus.PassageOutline;
import org.citebot.language.Furniture;
import org.citebot.language.Language;
import org.citebot.language.ParagraphSplitter;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;

/**
 * Chooses the evidence of a text: passages of sentences. A paragraph is a passage; neighbours of which one is very
 * short are joined, a very long one is cut between sentences; headings and page furniture are in none, and nothing is
 * joined across them. Every sentence of evidence is in exactly one passage. Immutable, for many threads.
 */
public final class PassageSplitter {

    /** Fewer words than this say too little to be found by. */
    private static final int SHORT_WORDS = 40;

    private static final int JOINED_WORDS = 100;
    private static final int LONG_WORDS = 180;

    /**
     * What is longer is no sentence but a listing without full stops. It is cut at a line break, a semicolon or a
     * space, since there may be an answer in it; a piece without any of these is no prose and left out.
     */
    private static final int LONGEST_SENTENCE = 1_000;

    /** How far a line looks before and after itself. */
    private static final int NEIGHBOURHOOD = 40;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*+•‣◦▪–—]|\\p{Nd}{1,3}[.)])\\s+");

    private static final Pattern BRACKET_BEFORE = Pattern.compile("^\\([^()]{1,120}\\)[\\s\\p{Z}]+");
    private static final Pattern BRACKET_AFTER = Pattern.compile("[\\s\\p{Z}]+\\([^()]{1,120}\\)\\.?$");
    private static final Pattern CUT_SHORT = Pattern.compile("(?:…\\.|(?<!\\.)\\.{4,})$");

    private final ParagraphSplitter paragraphs = new ParagraphSplitter();
    private final SentenceSplitter sentences = new SentenceSplitter();
    private final Furniture furniture = new Furniture();

    /**
     * The passages of a text, in reading order; none where it holds no evidence.
     *
     * @param notEvidence where titles and headings stand
     */
    public List<PassageOutline> split(String text, Language language, List<TextSpan> notEvidence) {
        Passages passages = new Passages(text);
        for (TextSpan paragraph : paragraphs.split(text)) {
            List<TextSpan> evidence = evidence(text, paragraph, language, notEvidence);
            if (evidence.isEmpty()) {
                passages.endPassage();
            } else {
                passages.add(evidence);
            }
        }
        passages.endPassage();
        return passages.done;
    }

    private List<TextSpan> evidence(String text, TextSpan paragraph, Language language, List<TextSpan> notEvidence) {
        TextSpan body = withoutFurnitureAtTheEdges(text, without(notEvidence, paragraph));
        List<TextSpan> evidence = new ArrayList<>();
        for (TextSpan sentence : sentences.split(text, body, language)) {
            for (TextSpan piece : cut(text, withoutCredits(text, withoutListMark(text, sentence)))) {
                if (!furniture.isFurniture(piece.in(text))) {
                    evidence.add(piece);
                }
            }
        }
        return evidence;
    }

    /** A title may stand right above the first paragraph, without a blank line. */
    private static TextSpan without(List<TextSpan> notEvidence, TextSpan paragraph) {
        int start = paragraph.start();
        for (TextSpan span : notEvidence) {
            if (span.start() <= start && span.end() > start) {
                start = Math.min(span.end(), paragraph.end());
            }
        }
        return new TextSpan(start, paragraph.end());
    }

    /**
     * A photo credit above or below a paragraph is cut off. Within running text the same words are a wrapped line: so
     * below it only after a finished sentence, above it only before a line that does not go on in lower case.
     */
    private TextSpan withoutFurnitureAtTheEdges(String text, TextSpan paragraph) {
        int start = paragraph.start();
        int end = paragraph.end();
        int lineEnd = text.indexOf('\n', start);
        while (lineEnd >= 0
                && lineEnd < end
                && furniture.isFurniture(text.substring(start, lineEnd))
                && !continuesInLowerCase(text, lineEnd, end)) {
            start = lineEnd + 1;
            lineEnd = text.indexOf('\n', start);
        }
        int lineStart = text.lastIndexOf('\n', end - 1);
        while (lineStart >= start
                && furniture.isFurniture(text.substring(lineStart, end))
                && endsSentence(text, start, lineStart)) {
            end = lineStart;
            lineStart = text.lastIndexOf('\n', end - 1);
        }
        return new TextSpan(start, end);
    }

    private static boolean continuesInLowerCase(String text, int from, int end) {
        return text.substring(from, Math.min(end, from + NEIGHBOURHOOD))
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::isLowerCase)
                .findFirst()
                .orElse(false);
    }

    private static boolean endsSentence(String text, int start, int end) {
        String before =
                text.substring(Math.max(start, end - NEIGHBOURHOOD), end).stripTrailing();
        return !before.isEmpty() && ".!?…\"”»’)]".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static TextSpan withoutListMark(String text, TextSpan sentence) {
        Matcher mark = LIST_MARK.matcher(sentence.in(text));
        return mark.find() && mark.end() < sentence.length()
                ? new TextSpan(sentence.start() + mark.end(), sentence.end())
                : sentence;
    }

    /**
     * A bracketed credit has no full stop, so it hangs on the sentence before or after it; and four dots at the end
     * say that the page shows a caption cut short.
     */
    private TextSpan withoutCredits(String text, TextSpan sentence) {
        TextSpan rest = sentence;
        Matcher before = BRACKET_BEFORE.matcher(rest.in(text));
        if (before.find() && furniture.isFurniture(before.group())) {
            rest = new TextSpan(rest.start() + before.end(), rest.end());
        }
        Matcher after = BRACKET_AFTER.matcher(rest.in(text));
        if (after.find() && furniture.isFurniture(after.group())) {
            rest = new TextSpan(rest.start(), rest.start() + after.start());
        }
        Matcher dots = CUT_SHORT.matcher(rest.in(text));
        return dots.find() && dots.start() > 0 ? trim(text, rest.start(), rest.start() + dots.start()) : rest;
    }

    private static List<TextSpan> cut(String text, TextSpan sentence) {
        List<TextSpan> pieces = new ArrayList<>();
        TextSpan rest = sentence;
        while (rest.length() > LONGEST_SENTENCE) {
            int end = cutPoint(text, rest.start());
            if (end < 0) {
                return pieces;
            }
            pieces.add(trim(text, rest.start(), end));
            rest = trim(text, end, rest.end());
        }
        pieces.add(rest);
        return pieces;
    }

    /** The last good place within the length of a sentence, but not in its first tenth; -1 if there is none. */
    private static int cutPoint(String text, int start) {
        int from = start + LONGEST_SENTENCE;
        for (String mark : List.of("\n", "; ", ", ", " ")) {
            int place = text.lastIndexOf(mark, from - mark.length());
            if (place > start + LONGEST_SENTENCE / 10) {
                return place + mark.length();
            }
        }
        return -1;
    }

    private static TextSpan trim(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isWhite(text.charAt(first))) {
            first++;
        }
        while (last > first && isWhite(text.charAt(last - 1))) {
            last--;
        }
        return new TextSpan(first, last);
    }

    private static boolean isWhite(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Gathers sentences into passages. */
    private static final class Passages {

        private final String text;
        private final List<PassageOutline> done = new ArrayList<>();
        private final List<TextSpan> open = new ArrayList<>();
        private int openWords;

        Passages(String text) {
            this.text = text;
        }

        void add(List<TextSpan> paragraph) {
            int words = words(paragraph);
            boolean oneIsShort = openWords < SHORT_WORDS || words < SHORT_WORDS;
            if (!oneIsShort || openWords + words > JOINED_WORDS) {
                endPassage();
            }
            if (words > LONG_WORDS) {
                addInParts(paragraph, words);
            } else {
                open.addAll(paragraph);
                openWords += words;
            }
        }

        /** Parts of about equal length, so that no crumb is left over. */
        private void addInParts(List<TextSpan> paragraph, int words) {
            int parts = (words + LONG_WORDS - 1) / LONG_WORDS;
            int wordsEach = (words + parts - 1) / parts;
            for (TextSpan sentence : paragraph) {
                int more = words(List.of(sentence));
                if (openWords > 0 && openWords + more / 2 > wordsEach) {
                    endPassage();
                }
                open.add(sentence);
                openWords += more;
            }
            endPassage();
        }

        void endPassage() {
            if (!open.isEmpty()) {
                done.add(new PassageOutline(
                        new TextSpan(open.getFirst().start(), open.getLast().end()), open));
                open.clear();
                openWords = 0;
            }
        }

        private int words(List<TextSpan> spans) {
            return spans.stream()
                    .mapToInt(
                            span -> (int) WORD.matcher(span.in(text)).results().count())
                    .sum();
        }
    }
}
