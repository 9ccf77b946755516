package org.citebot.evaluation;

/** Is told how measuring goes on, from the thread that measures. */
@FunctionalInterface
public interface EvaluationProgress {

    /** {@code done} of {@code all} questions, claims, pages or documents are measured. */
    void done(int done, int all);
}
