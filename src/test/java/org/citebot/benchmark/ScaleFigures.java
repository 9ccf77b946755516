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
     * Milliseconds of each question of a round, in order.
     *
     * @param wall as a clock shows them
     * @param computed that the thread spent on a processor: on a machine at work the clock shows more
     */
    record Times(List<Double> wall, List<Double> computed) {}

    /**
     * Searching.
     *
     * @param openSeconds opening the index, which reads and checks all of it
     * @param first what this process asked first, and cold
     * @param cold its first questions
     * @param embedding each question's vector, warm
     * @param warm all questions in each round, by way of searching
     * @param recall share of the truly nearest passages that a way finds; empty if it was not measured here
     */
    record Searched(
            double openSeconds,
            ScaleSearch first,
            Times cold,
            Times embedding,
            Map<ScaleSearch, List<Times>> warm,
            Map<ScaleSearch, Double> recall) {}
}
