package org.citebot.answering;

import java.util.List;
import org.citebot.index.Embedder;
import org.citebot.language.Language;

/** An embedder that hangs on every question, and then has no more to say than that. */
record HangingEmbedder(Runnable hanging) implements Embedder {

    @Override
    public String model() {
        return "hanging";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public boolean knows(Language language) {
        return true;
    }

    @Override
    public float[] embedQuestion(String text) {
        hanging.run();
        return new float[] {1, 0};
    }

    @Override
    public float[] embedPassage(String text) {
        return new float[] {1, 0};
    }

    @Override
    public List<float[]> embedAll(List<String> passages) {
        return passages.stream().map(this::embedPassage).toList();
    }

    @Override
    public void close() {}
}
