package org.citebot.answering;

import java.time.Duration;

/** A language model that writes. For many threads. */
public interface LanguageModel {

    /** What it is called, e.g. {@code gpt-4o-mini}: shown with every answer it wrote. */
    String name();

    /**
     * Writes once.
     *
     * @param within how long it may take, with all its retries
     * @return never null; whatever fails is a {@link ModelReply.Failed}, nothing is thrown
     */
    ModelReply write(ModelPrompt prompt, Duration within);
}
