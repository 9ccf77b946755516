package org.citebot.index;

/** Judges a passage by reading it together with the question. Slow, and safe for use by many threads. */
public interface CrossEncoder extends AutoCloseable {

    /**
     * How likely a passage answers a question.
     *
     * @param passage what is beyond the model's limit is not looked at
     * @return from 0 to 1
     * @throws IllegalStateException after {@link #close()}
     */
    double score(String question, String passage);

    /** Waits for what is being judged, refuses what comes later, and frees the model. */
    @Override
    void close();
}
