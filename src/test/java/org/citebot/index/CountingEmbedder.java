package org.citebot.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.citebot.language.Language;

/**
 * An embedder that keeps what it was asked to embed. Texts that share words get vectors that are alike: each word adds
 * a direction of its own.
 */
public final class CountingEmbedder implements Embedder {

    static final int DIMENSIONS = 32;

    private final String model;
    private final List<String> embedded = new ArrayList<>();
    private Consumer<List<String>> before = texts -> {};

    /** One of its own name. */
    public CountingEmbedder() {
        this("counting");
    }

    CountingEmbedder(String model) {
        this.model = model;
    }

    /** Runs before each batch; what it throws is thrown. */
    CountingEmbedder before(Consumer<List<String>> action) {
        before = action;
        return this;
    }

    /** Every text embedded so far, questions left out. */
    synchronized List<String> embedded() {
        return List.copyOf(embedded);
    }

    static float[] vector(String text) {
        float[] sum = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            Random direction = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += (float) direction.nextGaussian();
            }
        }
        double length = 0;
        for (float value : sum) {
            length += value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] /= (float) Math.sqrt(length);
        }
        return sum;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean knows(Language language) {
        return language == Language.ENGLISH;
    }

    @Override
    public float[] embedQuestion(String text) {
        return vector(text);
    }

    @Override
    public float[] embedPassage(String text) {
        return embedAll(List.of(text)).getFirst();
    }

    @Override
    public List<float[]> embedAll(List<String> passages) {
        before.accept(passages);
        synchronized (this) {
            embedded.addAll(passages);
        }
        return passages.stream().map(CountingEmbedder::vector).toList();
    }

    @Override
    public void close() {}
}
