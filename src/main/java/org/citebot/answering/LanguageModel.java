package org.citebot.answering;

import java.time.Duration;

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

    /** Erases what is kept of an asker, such as what calls on that account have cost. */
    default void forget(String asker) {}

    /** Ends what is being written, and lets go of what the model holds. */
    @Override
    default void close() {}
}
