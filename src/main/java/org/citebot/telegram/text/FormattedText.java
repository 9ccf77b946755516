package org.citebot.telegram.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A text and what is marked in it, before it becomes markup. Offsets count UTF-16 units, as Telegram's do.
 *
 * @param text what a reader sees
 * @param marks in the order in which they open; each lies inside an earlier one or outside of it
 * @param foreign the stretches that come from documents or people, in reading order: whatever Telegram would make
 *     active there by itself is shown as code
 */
public record FormattedText(String text, List<Mark> marks, List<TextSpan> foreign) {

    private static final Comparator<Mark> OPENING = Comparator.comparingInt(
                    (Mark mark) -> mark.span().start())
            .thenComparingInt(mark -> -mark.span().end())
            .thenComparing(Mark::style);

    /** How a stretch of the text looks; an outer one stands before those that it may hold. */
    public enum Style {
        /** Folded where it is long. */
        QUOTATION,
        /** Never folded. */
        OPEN_QUOTATION,
        LINK,
        BOLD,
        CODE,
        /** The [n] of a sentence: in a rich message, it leads to the {@link #REFERENCE} of the same words. */
        REFERENCE_LINK,
        /** The [n] of a source. */
        REFERENCE;

        /** Whether only rich messages show it. */
        boolean isReference() {
            return this == REFERENCE_LINK || this == REFERENCE;
        }

        boolean isQuotation() {
            return this == QUOTATION || this == OPEN_QUOTATION;
        }
    }

    /** A marked stretch; {@code url} is where a link leads, and null for everything else. */
    public record Mark(TextSpan span, Style style, @Nullable URI url) {}

    public FormattedText {
        marks = marks.stream().sorted(OPENING).toList();
        foreign = List.copyOf(foreign);
    }

    public static FormattedText plain(String text) {
        return new FormattedText(text, List.of(), List.of());
    }

    /** Whether it has sources to which its sentences lead: a rich message shows more of them. */
    public boolean hasReferences() {
        return marks.stream().anyMatch(mark -> mark.style() == Style.REFERENCE);
    }

    /** The stretch from {@code start} to {@code end} without white space at either end, with its share of the marks. */
    public FormattedText part(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        TextSpan kept = new TextSpan(from, to);
        List<Mark> clipped = new ArrayList<>();
        for (Mark mark : marks) {
            TextSpan span = clip(mark.span(), kept);
            if (span.length() > 0) {
                clipped.add(new Mark(span, mark.style(), mark.url()));
            }
        }
        List<TextSpan> clippedForeign = foreign.stream()
                .map(span -> clip(span, kept))
                .filter(span -> span.length() > 0)
                .toList();
        return new FormattedText(kept.in(text), clipped, clippedForeign);
    }

    /** This text and another one below it, with a blank line between them. */
    public FormattedText followedBy(FormattedText other) {
        int shift = text.length() + 2;
        List<Mark> both = new ArrayList<>(marks);
        other.marks.forEach(mark -> both.add(new Mark(shifted(mark.span(), shift), mark.style(), mark.url())));
        List<TextSpan> bothForeign = new ArrayList<>(foreign);
        other.foreign.forEach(span -> bothForeign.add(shifted(span, shift)));
        return new FormattedText(text + "\n\n" + other.text, both, bothForeign);
    }

    /** The same words without formatting; a link's address stands in brackets behind it. */
    public String withoutFormatting() {
        StringBuilder plain = new StringBuilder(text);
        marks.stream()
                .filter(mark -> mark.url() != null)
                .sorted(Comparator.comparingInt((Mark mark) -> mark.span().end())
                        .reversed())
                .forEach(link -> plain.insert(link.span().end(), " (" + link.url() + ")"));
        return plain.toString();
    }

    private static TextSpan shifted(TextSpan span, int by) {
        return new TextSpan(span.start() + by, span.end() + by);
    }

    private static TextSpan clip(TextSpan span, TextSpan kept) {
        int start = Math.clamp(span.start(), kept.start(), kept.end());
        int end = Math.clamp(span.end(), kept.start(), kept.end());
        return new TextSpan(start - kept.start(), end - kept.start());
    }
}
