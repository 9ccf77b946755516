package org.citebot.benchmark;

import java.nio.file.Path;

/**
 * What a benchmark of scale measures.
 *
 * @param data holds the store, the indexes and the vectors that were made; kept between runs
 * @param passages in all
 * @param realVectors of how many of them the model makes the vector
 * @param questions that are asked in each round
 * @param coldQuestions how many of them a new process is measured with
 * @param rounds of all questions, after one that warms up
 */
record ScaleSettings(Path data, int passages, int realVectors, int questions, int coldQuestions, int rounds) {

    private static final int REAL_VECTORS = 10_000;
    private static final int QUESTIONS = 300;
    private static final int COLD_QUESTIONS = 50;
    private static final int ROUNDS = 3;

    static ScaleSettings of(Path data, int passages) {
        return new ScaleSettings(data, passages, Math.min(passages, REAL_VECTORS), QUESTIONS, COLD_QUESTIONS, ROUNDS);
    }

    Path store() {
        return data.resolve("corpus.db");
    }

    Path vectors() {
        return data.resolve("vectors.db");
    }

    /** The index of the product. */
    Path index() {
        return data.resolve("index");
    }

    /** The vectors that are real alone, as bytes. */
    Path bytes() {
        return data.resolve("bytes");
    }

    /** Vectors alone, as single bits. */
    Path bits() {
        return data.resolve("bits");
    }
}
