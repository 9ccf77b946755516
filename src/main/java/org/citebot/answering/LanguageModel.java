package org.citebot.answering;

import java.time.Duration;
import java.util.function.Consumer;

/** A language model that writes. For many threads. */
public interface LanguageModel extends AutoCloseable {

    /** What it is called, e.g. {@code gpt-4o-mini}: shown with every answer it wrote. */
    String name();

    /**
     * Writes once.
     *
     * @param within how long it may take, with all its retries
     * @return never null; whatever fails is a {@link ModelReply.Failed}, nothing is thrown
     */
    ModelReply write(ModelPrompt prompt, Duration within);

    /**
     * Writes once, and tells what it has written so far while it writes. A model that cannot tell it writes as ever.
     *
     * @param soFar all of the text so far, each time longer than before; called on another thread, and not after the end.
     *     A text that was told may yet fail, or be written anew.
     */
    default ModelReply write(ModelPrompt prompt, Duration within, Consumer<String> soFar) {
        return write(prompt, within);
    }

    /** Erases what is kept of an asker, such as what calls on that account have cost. */
    default void forget(String asker) {}

    /** Ends what is being written, and lets go of what the model holds. */
    @Override
    default void close() {}
}
