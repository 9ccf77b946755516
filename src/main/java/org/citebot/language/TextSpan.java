package org.citebot.language;

/**
 * A stretch of a text: UTF-16 offsets, {@code start} inclusive, {@code end} exclusive. A span may be empty, never
 * negative.
 */
public record TextSpan(int start, int end) implements Comparable<TextSpan> {

    public TextSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a span: " + start + " to " + end);
        }
    }

    /** The characters of {@code text} inside this span; throws {@link IndexOutOfBoundsException} beyond its end. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** Length in UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** Whether every character of {@code other} lies inside this span. */
    public boolean contains(TextSpan other) {
        return start <= other.start && other.end <= end;
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(TextSpan other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
