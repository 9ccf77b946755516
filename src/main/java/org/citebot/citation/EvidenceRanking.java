package org.citebot.citation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citebot.citation.Term.Kind;

/**
 * The order in which sentences of one page speak for a sentence. A term weighs the more the fewer sentences hold it
 * (inverse sentence frequency), names and numbers more than words; what the sentences chosen before already hold weighs
 * less, and a neighbour of a good sentence gains.
 */
final class EvidenceRanking {

    private static final double NAME = 1.5;
    private static final double NUMBER = 2;
    private static final double SMALL = 0.3;
    private static final double SAME_MEANING = 0.7;

    /** How much of a neighbour's score a sentence gains. */
    private static final double NEIGHBOUR = 0.2;

    /** What is left of the weight of a term that was held by a sentence chosen before. */
    private static final double AGAIN = 0.6;

    private final double[] weights;
    private final double[][] held;
    private final double all;

    EvidenceRanking(Lexicon lexicon, List<Term> claim, List<Proof> sentences) {
        weights = new double[claim.size()];
        held = new double[sentences.size()][claim.size()];
        for (int s = 0; s < sentences.size(); s++) {
            for (int i = 0; i < claim.size(); i++) {
                Proof proof = sentences.get(s);
                held[s][i] = proof.holdsWord(claim.get(i), i) ? 1 : proof.holds(i) ? SAME_MEANING : 0;
            }
        }
        double sum = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < claim.size(); i++) {
            weights[i] = seen.add(claim.get(i).key()) ? weight(lexicon, claim.get(i), i, sentences.size()) : 0;
            sum += weights[i];
        }
        all = sum;
    }

    private double weight(Lexicon lexicon, Term term, int index, int sentences) {
        double frequency = 0;
        for (double[] sentence : held) {
            frequency += sentence[index];
        }
        double rare = Math.log((sentences + 1) / (frequency + 0.5));
        double kind =
                term.is(Kind.NAME) ? NAME : term.is(Kind.NUMBER) ? NUMBER : lexicon.isLight(term.key()) ? SMALL : 1;
        return Math.max(0.05, rare) * kind;
    }

    /** The share of the claim that some sentences hold together, by weight, 0 to 1. */
    double share(List<Integer> sentences) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double most = 0;
            for (int sentence : sentences) {
                most = Math.max(most, held[sentence][i]);
            }
            sum += weights[i] * most;
        }
        return all == 0 ? 0 : sum / all;
    }

    private double sum(int sentence, double[] by) {
        double sum = 0;
        for (int i = 0; i < by.length; i++) {
            sum += by[i] * held[sentence][i];
        }
        return sum;
    }

    /** The numbers of the first sentences, best first. */
    List<Integer> best(int count) {
        double[] left = weights.clone();
        boolean[] taken = new boolean[held.length];
        List<Integer> order = new ArrayList<>();
        while (order.size() < Math.min(count, held.length)) {
            int best = -1;
            double most = -1;
            for (int s = 0; s < held.length; s++) {
                double score = taken[s] ? -1 : sum(s, left) + NEIGHBOUR * neighbours(s);
                if (score > most) {
                    most = score;
                    best = s;
                }
            }
            taken[best] = true;
            order.add(best);
            for (int i = 0; i < left.length; i++) {
                left[i] *= 1 - (1 - AGAIN) * held[best][i];
            }
        }
        return order;
    }

    private double neighbours(int sentence) {
        double before = sentence > 0 ? sum(sentence - 1, weights) : 0;
        double after = sentence + 1 < held.length ? sum(sentence + 1, weights) : 0;
        return Math.max(before, after);
    }
}
