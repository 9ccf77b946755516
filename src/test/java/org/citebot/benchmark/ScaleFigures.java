package org.citebot.benchmark;

import java.util.List;
import java.util.Map;
import org.citebot.index.ScaleIndex;

/** What the processes of a benchmark of scale measure: one record each, handed over as JSON. */
interface ScaleFigures {

    /** The corpus, how many of its vectors the model made, and how near a vector is to its nearest neighbour. */
    record Corpus(ScaleTexts.Stored stored, int realVectors, double neighbourCosine) {}

    /**
     * Making the index of the product.
     *
     * @param wordsRate passages a second by words alone, as the product indexes what is to be embedded later
     * @param rate passages a second with words and given vectors, until all is committed and can be searched
     * @param mergeSeconds until Lucene had merged, after that
     */
    record Made(double wordsRate, double rate, double mergeSeconds, ScaleIndex.Size size) {}

    /** Making an index of vectors alone, merged: passages a second. */
    record VectorsMade(double rate, ScaleIndex.Size size) {}

    /**
     * Searching.
     *
     * @param openSeconds opening the index, which reads and checks all of it
     * @param first what this process asked first, and cold
     * @param cold milliseconds of each of its first questions
     * @param embedding milliseconds of each question's vector, warm
     * @param warm milliseconds of each question in each round, by way of searching
     * @param recall share of the truly nearest passages that a way finds; empty if it was not measured here
     */
    record Searched(
            double openSeconds,
            ScaleSearch first,
            List<Double> cold,
            List<Double> embedding,
            Map<ScaleSearch, List<List<Double>>> warm,
            Map<ScaleSearch, Double> recall) {}
}
