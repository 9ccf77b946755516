package org.citebot.index;

/** Is told how embedding goes on, from the thread that embeds. */
@FunctionalInterface
public interface EmbeddingProgress {

    /** Tells nobody. */
    EmbeddingProgress SILENT = (done, all) -> {};

    /** {@code done} of {@code all} passages that had no vector when it began have one now. */
    void passagesDone(int done, int all);
}
