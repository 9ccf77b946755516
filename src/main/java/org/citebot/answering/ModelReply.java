package org.citebot.answering;

/** What comes of asking a model. */
public sealed interface ModelReply {

    /**
     * It wrote.
     *
     * @param text as it came, perhaps blank, perhaps nonsense
     * @param inputTokens what the prompt cost, in tokens
     * @param outputTokens what the text cost, in tokens
     */
    record Written(String text, int inputTokens, int outputTokens) implements ModelReply {}

    /** It did not. */
    record Failed(Cause cause) implements ModelReply {

        /** Why a model did not write. */
        public enum Cause {
            /** Not in time. */
            TIMEOUT,
            /** It is not there, or answers with errors. */
            UNAVAILABLE,
            /** It is there, and refuses: wrong key, unknown model, quota used up. */
            REFUSED,
            /** Failing so often that it is left alone for a while. */
            RESTING,
            /** The tokens that one person or all may use in a day are used up. */
            BUDGET
        }
    }
}
