package org.citebot.index;

import java.io.IOException;
import java.nio.file.Path;
import org.citebot.language.Language;

/** Where an embedding model comes from, and what is known of it. For many threads. */
interface EmbeddingSource {

    /** The lasting name of the space that its vectors live in. */
    String name() throws IOException;

    Tokenizer tokenizer() throws IOException;

    /** The file of the model, unpacked into a directory if need be. */
    Path model(Path directory) throws IOException;

    Pooling pooling();

    /** The length of its vectors; 0 if that shows only when it runs. */
    int dimensions();

    boolean knows(Language language);

    /** As {@link Embedder#unrelated()} says; 0 if that has to be measured. */
    double unrelated();

    /** Whether weights were fitted on the vectors that it gives to words, and its pieces can be told apart by word. */
    boolean tellsWords();

    /** A question as the model wants it. */
    String question(String text);

    /** A passage as the model wants it. */
    String passage(String text);
}
