package org.citebot.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;

/**
 * Vectors for more passages than there is time to embed: the real ones first, then perturbed copies of them in turn.
 *
 * <p>A copy moves its vector, seen from the mean of all, by Gaussian noise that has the covariance of the real vectors, so
 * that mean and spread of the whole stay what they are; noise that is equal in all directions would push every copy away
 * from everything. It moves so far that a copy is as near to its original as a real vector is to its nearest neighbour
 * (the median). Immutable, for many threads.
 */
public final class ScaleVectors {

    /** Real vectors that span the noise of one copy: enough for every copy to go its own way. */
    private static final int DIRECTIONS = 64;

    private static final int SAMPLE = 300;
    private static final int TEXTS_A_ROUND = 64;
    /** A copy is never the vector itself, even where real vectors are equal. */
    private static final double MOST_KEPT = 0.99;

    private final List<float[]> real;
    private final float[] mean;
    private final double neighbourCosine;
    private final double kept;

    private ScaleVectors(List<float[]> real) {
        this.real = real;
        this.mean = mean(real);
        this.neighbourCosine = neighbourCosine(real);
        double shared = VectorUtil.dotProduct(mean, mean);
        this.kept = Math.clamp((neighbourCosine - shared) / (1 - shared), 0, MOST_KEPT);
    }

    /** From at least two vectors of length one. */
    public static ScaleVectors of(List<float[]> real) {
        return new ScaleVectors(List.copyOf(real));
    }

    /** Embeds texts, those aside that the cache has. */
    public static ScaleVectors embed(
            VectorCache cache, Embedder embedder, List<String> texts, EmbeddingProgress progress) {
        List<String> missing = List.copyOf(cache.missing(embedder.model(), texts));
        for (int from = 0; from < missing.size(); from += TEXTS_A_ROUND) {
            progress.passagesDone(from, missing.size());
            List<String> round = missing.subList(from, Math.min(missing.size(), from + TEXTS_A_ROUND));
            List<float[]> made = embedder.embedAll(round);
            for (int i = 0; i < round.size(); i++) {
                cache.put(embedder.model(), Map.of(round.get(i), made.get(i)));
            }
        }
        progress.passagesDone(missing.size(), missing.size());
        Map<String, float[]> found = cache.find(embedder.model(), texts);
        return of(texts.stream().map(found::get).toList());
    }

    /** How many are real. */
    public int realOnes() {
        return real.size();
    }

    /** The cosine of a real vector and its nearest neighbour, the median; a copy is as near to its original. */
    public double neighbourCosine() {
        return neighbourCosine;
    }

    /** The vector of a passage by its number from 0, of length one: the same at every call. */
    float[] vector(int number) {
        float[] original = real.get(number % real.size());
        return number < real.size() ? original : copy(original, new Random(number));
    }

    private float[] copy(float[] original, Random random) {
        float[] noise = new float[original.length];
        for (int i = 0; i < DIRECTIONS; i++) {
            float[] direction = real.get(random.nextInt(real.size()));
            float size = (float) (random.nextGaussian() / Math.sqrt(DIRECTIONS));
            for (int d = 0; d < noise.length; d++) {
                noise[d] += size * (direction[d] - mean[d]);
            }
        }
        float far = (float) Math.sqrt(1 - kept * kept);
        float[] copy = new float[original.length];
        for (int d = 0; d < copy.length; d++) {
            copy[d] = mean[d] + (float) kept * (original[d] - mean[d]) + far * noise[d];
        }
        return VectorUtil.l2normalize(copy);
    }

    private static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += vector[d] / vectors.size();
            }
        }
        return mean;
    }

    private static double neighbourCosine(List<float[]> vectors) {
        List<Float> nearest = new ArrayList<>();
        int step = Math.max(1, vectors.size() / SAMPLE);
        for (int i = 0; i < vectors.size(); i += step) {
            float best = -1;
            for (int j = 0; j < vectors.size(); j++) {
                // Equal texts have equal vectors, which are no neighbours.
                if (j != i && !Arrays.equals(vectors.get(i), vectors.get(j))) {
                    best = Math.max(best, VectorUtil.dotProduct(vectors.get(i), vectors.get(j)));
                }
            }
            nearest.add(best);
        }
        nearest.sort(Float::compare);
        return nearest.get(nearest.size() / 2);
    }
}
