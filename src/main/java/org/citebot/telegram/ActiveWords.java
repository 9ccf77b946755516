package org.citebot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.TextSpan;
import org.citebot.telegram.FormattedText.Mark;
import org.citebot.telegram.FormattedText.Style;

/**
 * The words that Telegram makes active by itself: addresses, bare domains, @names, /commands, #tags, $TAGS and
 * telephone numbers. In a foreign stretch they are marked as code, where Telegram leaves them alone. Which words
 * Telegram takes is known only roughly (its list of domains grows), so this takes more: a word too many is set in
 * another typeface, a word too few could lead a reader astray.
 */
final class ActiveWords {

    // Each pattern can begin at one place of a run of its characters only, so that no text makes the search slow.
    private static final String RUN = "[A-Za-z0-9_.\\-[^\\x00-\\x7F\\p{Z}]]";
    private static final String LETTER_OR_DIGIT = "[\\p{L}\\p{M}\\p{N}_]";
    private static final String HOST = RUN + "*[^.\\s]\\.(?:xn--[a-zA-Z0-9-]+|\\p{L}{2,})";
    private static final String REST = "\\.?(?:[:/?#]\\S*)?";

    private static final Pattern ACTIVE = Pattern.compile(String.join(
            "|",
            "(?<![\\p{L}\\p{N}+.-])\\p{L}[\\p{L}\\p{N}+.-]*://\\S+",
            "(?<![^\\s@])[^\\s@]++@" + HOST + REST,
            "(?<!" + RUN + ")(?:" + HOST + "|\\d{1,3}(?:\\.\\d{1,3}){3})" + REST,
            "@" + LETTER_OR_DIGIT + "{2,}",
            "(?<![\\p{L}\\p{N}_/])/" + LETTER_OR_DIGIT + "+(?:@" + LETTER_OR_DIGIT + "+)?",
            "#(?=\\p{N}*[\\p{L}\\p{M}_])[\\p{L}\\p{M}\\p{N}_\u00B7\u200C\u200D]+(?:@" + LETTER_OR_DIGIT + "+)?",
            "\\$(?:1INCH|[A-Z]{1,8})(?![\\p{L}\\p{N}_])(?:@" + LETTER_OR_DIGIT + "+)?",
            "\\+\\d[\\d\\s().-]{5,}\\d"));

    private ActiveWords() {}

    /** Marks the active words of the foreign stretches as code, and takes that code out of bold. Links are left. */
    static FormattedText disarm(FormattedText text) {
        List<TextSpan> links = spans(text, Style.LINK);
        List<TextSpan> code = new ArrayList<>(spans(text, Style.CODE));
        List<TextSpan> known = List.copyOf(code);
        Matcher matcher = ACTIVE.matcher(text.text());
        while (matcher.find()) {
            TextSpan word = new TextSpan(matcher.start(), matcher.end());
            if (touches(word, text.foreign())) {
                subtract(subtract(List.of(word), links), known).forEach(code::add);
            }
        }
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : text.marks()) {
            switch (mark.style()) {
                case QUOTATION, LINK -> marks.add(mark);
                case BOLD ->
                    subtract(List.of(mark.span()), code).forEach(rest -> marks.add(new Mark(rest, Style.BOLD, null)));
                case CODE -> {}
            }
        }
        code.forEach(span -> marks.add(new Mark(span, Style.CODE, null)));
        return new FormattedText(text.text(), marks, text.foreign());
    }

    private static List<TextSpan> spans(FormattedText text, Style style) {
        return text.marks().stream()
                .filter(mark -> mark.style() == style)
                .map(Mark::span)
                .toList();
    }

    private static boolean touches(TextSpan span, List<TextSpan> others) {
        return others.stream().anyMatch(other -> other.start() < span.end() && span.start() < other.end());
    }

    private static List<TextSpan> subtract(List<TextSpan> spans, List<TextSpan> holes) {
        List<TextSpan> rest = spans;
        for (TextSpan hole : holes) {
            List<TextSpan> left = new ArrayList<>();
            for (TextSpan span : rest) {
                add(left, span.start(), Math.min(span.end(), hole.start()));
                add(left, Math.max(span.start(), hole.end()), span.end());
            }
            rest = left;
        }
        return rest;
    }

    private static void add(List<TextSpan> spans, int start, int end) {
        if (start < end) {
            spans.add(new TextSpan(start, end));
        }
    }
}
