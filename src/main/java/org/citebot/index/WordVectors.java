package org.citebot.index;

import java.util.List;
import org.citebot.language.TextSpan;

/**
 * The words of a text, each with the vector that a model gives it where it stands: "bank" of a river and "bank" of a
 * country differ. Immutable, for many threads.
 */
public final class WordVectors {

    /** Of a text that no model looked at. */
    public static final WordVectors NONE = new WordVectors(List.of(), List.of());

    private final List<TextSpan> spans;
    private final List<float[]> vectors;

    /** @param vectors of length one, one for each span; nobody changes them */
    WordVectors(List<TextSpan> spans, List<float[]> vectors) {
        this.spans = List.copyOf(spans);
        this.vectors = List.copyOf(vectors);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Where the words stand, in order. */
    public List<TextSpan> spans() {
        return spans;
    }

    /** How near the nearest word of another text is to one of this text: the greatest cosine, -1 to 1. */
    public double nearest(int word, WordVectors other) {
        return other.vectors.stream()
                .mapToDouble(vector -> dot(vectors.get(word), vector))
                .max()
                .orElse(-1);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
