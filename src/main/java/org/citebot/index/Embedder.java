package org.citebot.index;

import java.util.List;
import org.citebot.language.Language;

/** Turns text into vectors of unit length whose dot product tells how near two texts are in meaning. For many threads. */
public interface Embedder extends AutoCloseable {

    /** Names the model and all that its vectors depend on; vectors of different names are not comparable. */
    String model();

    /** How many numbers a vector has. */
    int dimensions();

    /** Whether the model has learned a language; text in another one is found by its words alone. */
    boolean knows(Language language);

    /** The vector of a question. */
    float[] embedQuestion(String text);

    /** The vector of a text to be found. */
    float[] embedPassage(String text);

    /** The vectors of many texts to be found, in their order, as fast as the machine can. */
    List<float[]> embedAll(List<String> texts);

    /** Waits for what is under way; whatever comes later is refused with {@link IllegalStateException}. */
    @Override
    void close();
}
