package org.citebot.evaluation;

import java.util.List;
import java.util.Set;
import org.citebot.retrieval.RankedSentence;

/**
 * A labelled question with the sentences found for it.
 *
 * @param set the name of its set
 * @param articles what it is asked about: questions with one in common are about the same text
 * @param answerable whether what was searched answers it
 * @param asIs whether it was asked as the set has it; else its documents were hidden, so that nothing answers it
 * @param wanted how many sentences answer it together, at least 1
 * @param sentences measured, in any order
 * @param right the numbers of those that answer
 * @param fitting the numbers of those that hold an accepted answer, wherever they stand
 */
record TrainingQuestion(
        String set,
        Set<String> articles,
        boolean answerable,
        boolean asIs,
        int wanted,
        List<RankedSentence> sentences,
        Set<Integer> right,
        Set<Integer> fitting) {

    TrainingQuestion {
        articles = Set.copyOf(articles);
        sentences = List.copyOf(sentences);
        right = Set.copyOf(right);
        fitting = Set.copyOf(fitting);
    }
}
