package org.citebot.answering.model;

import java.time.Duration;
import java.util.function.Consumer;
import org.citebot.answering.ModelPrompt;

/** One attempt with a model. For many threads. */
@FunctionalInterface
interface ModelCall extends AutoCloseable {

    /**
     * Calls it once.
     *
     * @param within how long that may take; not positive for no time at all
     * @return never null; whatever fails is a {@link CallResult.Broke}, nothing is thrown
     */
    CallResult call(ModelPrompt prompt, Duration within);

    /** The same, telling all of the text so far while it is written, where the model can. */
    default CallResult call(ModelPrompt prompt, Duration within, Consumer<String> soFar) {
        return call(prompt, within);
    }

    @Override
    default void close() {}
}
