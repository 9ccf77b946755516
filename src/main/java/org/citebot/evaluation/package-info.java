/**
 * Measures Citebot on labelled sets: {@link org.citebot.evaluation.EvaluationSet} reads a folder, {@link
 * org.citebot.evaluation.SetCorpus} stores its documents, and {@link org.citebot.evaluation.Evaluator} asks its questions,
 * checks its claims, reads its pages, extracts its statements, and gives an {@link org.citebot.evaluation.Evaluation}: figures with their intervals.
 *
 * <p>What to know:
 *
 * <ul>
 *   <li>What is measured is what people get: the answerer, settings and thresholds of {@code ask}. Nothing here fits or
 *       chooses anything by the labels. A figure that a set has no labels for is left out.
 *   <li>The first documents of a ranking are those that the answer is made of; the deep end is looked up for the figures
 *       only, and is not part of the time that a question takes.
 *   <li>Whoever abstains scores 0 in every figure of answers. A quote counts up to the end of its first sentence, so that
 *       quoting more is worth nothing.
 *   <li>Ids of a set are any strings; a document's id in the store is made from them.
 *   <li>Corpora are read line by line. Questions, claims and pages' labels are held in memory, and so is what came of
 *       each, because an interval needs them all.
 * </ul>
 */
@NullMarked
package org.citebot.evaluation;

import org.jspecify.annotations.NullMarked;
