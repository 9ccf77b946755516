package org.citebot.index;

import java.util.List;

/**
 * How one or two texts stand among a model's marks, as {@code [CLS] A [SEP] B [SEP]}.
 *
 * @param parts in order
 */
record TokenTemplate(List<Part> parts) {

    /**
     * A mark, or the place of a text.
     *
     * @param text the number of the text, from 0; -1 for a mark
     * @param mark the number of the mark
     * @param type which text it belongs to, for the model
     */
    record Part(int text, long mark, long type) {

        static Part ofMark(long mark, long type) {
            return new Part(-1, mark, type);
        }

        static Part ofText(int text, long type) {
            return new Part(text, 0, type);
        }

        boolean isMark() {
            return text < 0;
        }
    }

    TokenTemplate {
        parts = List.copyOf(parts);
    }

    int marks() {
        return (int) parts.stream().filter(Part::isMark).count();
    }

    Tokens fill(List<long[]> texts) {
        int size = marks() + texts.stream().mapToInt(text -> text.length).sum();
        long[] numbers = new long[size];
        long[] types = new long[size];
        int at = 0;
        for (Part part : parts) {
            long[] added = part.isMark() ? new long[] {part.mark()} : texts.get(part.text());
            for (long number : added) {
                numbers[at] = number;
                types[at++] = part.type();
            }
        }
        return new Tokens(numbers, types);
    }
}
