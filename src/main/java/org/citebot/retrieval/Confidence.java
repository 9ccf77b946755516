package org.citebot.retrieval;

/**
 * How likely the corpus answers a question, from its best sentence: a logistic function of the coverage of the
 * question's words, of the nearness in meaning and of the names that are missing. The weights of the first two are those of a logistic regression on public questions with and
 * without an answer, rounded; a missing name weighs more than it does there, where capitals tell less than in news.
 */
public final class Confidence {

    /** From here on an answer is given. */
    public static final double ANSWER_FROM = 0.5;

    private static final double BIAS = -3.6;
    private static final double COVERAGE = 3.0;
    private static final double MEANING = 3.8;
    private static final double MISSING_NAME = -2.0;

    private Confidence() {}

    /** From 0 to 1. Where the best sentence has no vector, its coverage stands for its meaning too. */
    public static double of(RankedSentence best) {
        Double similarity = best.similarity();
        double meaning = similarity == null ? best.coverage() : SentenceRanker.meaning(similarity);
        double sum = BIAS
                + COVERAGE * best.coverage()
                + MEANING * meaning
                + MISSING_NAME * best.missingNames().size();
        return 1 / (1 + Math.exp(-sum));
    }
}
