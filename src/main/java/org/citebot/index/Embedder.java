package org.citebot.index;

import java.util.List;
import org.citebot.language.Language;

/**
 * Turns text into vectors whose dot product says how alike two texts are. Safe for use by many threads.
 *
 * <p>Every method that embeds waits until the model is loaded, throws {@link EmbeddingUnavailableException} where it
 * cannot be loaded, and {@link IllegalStateException} after {@link #close()}.
 */
public interface Embedder extends AutoCloseable {

    /** What {@link #unrelated()} is for the model that comes with the program. */
    double UNRELATED = 0.45;

    /**
     * The lasting name of the space the vectors live in: vectors under the same name can be compared and cached, under
     * another name they are worth nothing. It covers the model, its tokenizer and how the output becomes one vector.
     */
    String model();

    /** Length of every vector. */
    int dimensions();

    /** Whether texts of this language get a vector that means something. */
    boolean knows(Language language);

    /** How alike texts are that have nothing in common, by the dot product of their vectors. */
    default double unrelated() {
        return UNRELATED;
    }

    /**
     * The vector of a question.
     *
     * @param text any text; what is beyond the model's limit is not looked at
     * @return a vector of length one, the caller's own
     */
    float[] embedQuestion(String text);

    /**
     * The vector of a passage.
     *
     * @param text any text; what is beyond the model's limit is not looked at
     * @return a vector of length one, the caller's own
     */
    float[] embedPassage(String text);

    /**
     * The words of a text in its context; {@link WordVectors#NONE} of a model that tells only what whole texts mean.
     *
     * @param text a question or a sentence; of one that is longer than the model's limit nothing is told
     */
    default WordVectors words(String text) {
        return WordVectors.NONE;
    }

    /**
     * The vectors of many passages, computed on all cores and the same as one by one.
     *
     * @return in the order of {@code passages}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which it then still is
     */
    List<float[]> embedAll(List<String> passages);

    /** Waits for what is being embedded, refuses what comes later, and frees the model. */
    @Override
    void close();
}
