package org.citebot.telegram.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.TextSpan;
import org.citebot.telegram.text.FormattedText.Mark;
import org.citebot.telegram.text.FormattedText.Style;

/**
 * The words that Telegram makes active by itself: addresses, bare domains, @names, /commands, #tags, $TAGS and
 * telephone numbers. In a foreign stretch they are marked as code, where Telegram leaves them alone. Which words
 * Telegram takes is known only roughly (its list of domains grows), so whole words are marked, and rather one too many:
 * it is only set in another typeface, while one too few could lead a reader astray.
 */
final class ActiveWords {

    private static final String LABEL_END = "[A-Za-z0-9_\\-[^\\x00-\\x7F]]";
    private static final String LETTER = "[\\p{L}\\p{M}]";
    private static final String LETTER_OR_DIGIT = "[\\p{L}\\p{M}\\p{N}_]";

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");

    /** What makes a word active, wherever in it it stands. */
    private static final Pattern ACTIVE = Pattern.compile(String.join(
            "|",
            "://",
            LABEL_END + "\\.(?:xn--|" + LETTER + "{2})",
            "\\d\\.\\d{1,3}\\.\\d{1,3}\\.\\d",
            "@" + LETTER_OR_DIGIT,
            "(?<![\\p{L}\\p{N}_/])/" + LETTER_OR_DIGIT,
            "#\\p{N}*[\\p{L}\\p{M}_]",
            "\\$(?:1INCH|[A-Z]{1,8})(?![\\p{L}\\p{N}_])"));

    private static final Pattern TELEPHONE_NUMBER = Pattern.compile("\\+\\d[\\d\\s().-]{5,}\\d");

    /** Around a word, not of it. */
    private static final String OPENING = "([{<\"'“‘«„";

    private static final String CLOSING = ")]}>\"'”’»“.,;:!?…";

    private ActiveWords() {}

    /** Marks the active words of the foreign stretches as code, and takes that code out of bold. Links are left. */
    static FormattedText disarm(FormattedText text) {
        List<TextSpan> links = spans(text, Style.LINK);
        List<TextSpan> code = new ArrayList<>();
        for (TextSpan active : merge(activeSpans(text), spans(text, Style.CODE))) {
            code.addAll(subtract(active, links));
        }
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : text.marks()) {
            switch (mark.style()) {
                case QUOTATION, OPEN_QUOTATION, LINK, REFERENCE_LINK, REFERENCE -> marks.add(mark);
                case BOLD -> subtract(mark.span(), code).forEach(rest -> marks.add(new Mark(rest, Style.BOLD, null)));
                case CODE -> {}
            }
        }
        code.forEach(span -> marks.add(new Mark(span, Style.CODE, null)));
        return new FormattedText(text.text(), marks, text.foreign());
    }

    private static List<TextSpan> activeSpans(FormattedText text) {
        List<TextSpan> active = new ArrayList<>();
        Matcher words = WORD.matcher(text.text());
        while (words.find()) {
            if (ACTIVE.matcher(words.group()).find()) {
                active.add(withoutPunctuation(text.text(), words.start(), words.end()));
            }
        }
        Matcher numbers = TELEPHONE_NUMBER.matcher(text.text());
        while (numbers.find()) {
            active.add(new TextSpan(numbers.start(), numbers.end()));
        }
        return active.stream().filter(span -> touches(span, text.foreign())).toList();
    }

    private static TextSpan withoutPunctuation(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && OPENING.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && CLOSING.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return new TextSpan(from, to);
    }

    private static List<TextSpan> spans(FormattedText text, Style style) {
        return text.marks().stream()
                .filter(mark -> mark.style() == style)
                .map(Mark::span)
                .toList();
    }

    /** In order, with those that overlap made one. */
    private static List<TextSpan> merge(List<TextSpan> some, List<TextSpan> others) {
        List<TextSpan> sorted = new ArrayList<>(some);
        sorted.addAll(others);
        sorted.sort(null);
        List<TextSpan> merged = new ArrayList<>();
        for (TextSpan span : sorted) {
            TextSpan last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && span.start() < last.end()) {
                merged.set(merged.size() - 1, new TextSpan(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static boolean touches(TextSpan span, List<TextSpan> others) {
        return others.stream().anyMatch(other -> other.start() < span.end() && span.start() < other.end());
    }

    /** What is left of a span outside of the holes, which are in order and do not overlap. */
    private static List<TextSpan> subtract(TextSpan span, List<TextSpan> holes) {
        List<TextSpan> rest = new ArrayList<>();
        int at = span.start();
        for (TextSpan hole : holes) {
            if (at < Math.min(hole.start(), span.end())) {
                rest.add(new TextSpan(at, Math.min(hole.start(), span.end())));
            }
            at = Math.max(at, hole.end());
        }
        if (at < span.end()) {
            rest.add(new TextSpan(at, span.end()));
        }
        return rest;
    }
}
