package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The grades of the documents in a ranking, best first, and of all documents that were graded: what the figures of
 * ranking are computed from. A grade above 0 is relevant.
 *
 * @param ranked the grade of each document found, 0 for one without; in their order
 * @param relevant the grades above 0 of all relevant documents, found or not, the greatest first
 */
record RankedGrades(List<Double> ranked, List<Double> relevant) {

    RankedGrades {
        ranked = List.copyOf(ranked);
        relevant = List.copyOf(relevant);
        if (relevant.isEmpty()) {
            throw new IllegalArgumentException("Without a relevant document a ranking is neither good nor bad");
        }
    }

    static RankedGrades of(List<Double> ranked, Collection<Double> allGrades) {
        return new RankedGrades(
                ranked,
                allGrades.stream()
                        .filter(grade -> grade > 0)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /**
     * Normalised discounted cumulative gain of the first {@code count}, with the grade as gain and a discount of
     * log2(rank + 1), as trec_eval computes it (Järvelin and Kekäläinen, ACM TOIS 2002).
     */
    double ndcg(int count) {
        return discounted(ranked, count) / discounted(relevant, count);
    }

    /** 1 / rank of the first relevant document, 0 if there is none among the first {@code count}. */
    double reciprocalRank(int count) {
        for (int i = 0; i < Math.min(count, ranked.size()); i++) {
            if (ranked.get(i) > 0) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** The share of the relevant documents that stand among the first {@code count}. */
    double recall(int count) {
        long found = ranked.stream().limit(count).filter(grade -> grade > 0).count();
        return (double) found / relevant.size();
    }

    /** 1 if all relevant documents stand among the first {@code count}, else 0. */
    double fullRecall(int count) {
        return recall(count) == 1 ? 1 : 0;
    }

    private static double discounted(List<Double> grades, int count) {
        List<Double> gains = new ArrayList<>(grades.subList(0, Math.min(count, grades.size())));
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += Math.max(0, gains.get(i)) * Math.log(2) / Math.log(i + 2.0);
        }
        return sum;
    }
}
