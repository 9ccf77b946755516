package org.citebot.retrieval;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.citebot.index.PassageVectors;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * How near passages and their sentences are to a question in meaning, by the vectors that were made when they were
 * embedded; looked up once for all of them. Immutable, but for the vectors, which nobody changes.
 */
final class Similarities {

    /** Of nothing: where it was searched by words alone. */
    static final Similarities NONE = new Similarities(null, Map.of(), similarity -> similarity);

    private final float @Nullable [] question;
    private final Map<String, float[]> known;
    private final DoubleUnaryOperator scale;

    private Similarities(float @Nullable [] question, Map<String, float[]> known, DoubleUnaryOperator scale) {
        this.question = question;
        this.known = known;
        this.scale = scale;
    }

    /** @param question of unit length; null where it was searched by words alone */
    static Similarities of(float @Nullable [] question, Collection<RankedPassage> passages, PassageVectors vectors) {
        return question == null
                ? NONE
                : new Similarities(question, vectors.known(texts(passages)), vectors::comparable);
    }

    /** The dot product of the vectors of the question and of a sentence, 1 at most; null where one of them is missing. */
    @Nullable
    Double of(String sentence) {
        float[] vector = known.get(sentence);
        return question == null || vector == null ? null : (Double) scale.applyAsDouble(dot(question, vector));
    }

    /** The same of a whole passage. */
    @Nullable
    Double of(RankedPassage passage) {
        return of(PassageVectors.embeddedText(passage.version(), passage.passage()));
    }

    private static Set<String> texts(Collection<RankedPassage> passages) {
        Set<String> texts = new HashSet<>();
        for (RankedPassage passage : passages) {
            for (TextSpan span : passage.passage().sentences()) {
                texts.add(span.in(passage.version().text()));
            }
            texts.add(PassageVectors.embeddedText(passage.version(), passage.passage()));
        }
        return texts;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
