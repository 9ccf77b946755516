package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageId;
import org.citebot.index.PassageHit;
import org.citebot.index.PassageMatch;

/**
 * Fuses scores by a weighted sum (convex combination: Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid
 * Retrieval", ACM TOIS 2023, who find it better than reciprocal ranks and little sensitive to its weights). BM25 counts
 * as a share of the question's best, and a similarity on a scale of its own: so how near the nearest passage is shows in
 * the score, which the least and greatest of a ranking would hide.
 */
final class RankFusion {

    /** The share of the vectors, and that of the words is the rest. */
    private static final double MEANING = 0.85;

    /** The share of what is known about a document before its words and its meaning: that a good passage mentions it. */
    private static final double MENTION = 0.1;

    /** What the nearest sentence of a passage says of its meaning; the rest is said by the whole. */
    private static final double SENTENCE = 0.4;

    /** Texts that have nothing in common still have vectors about this near. */
    private static final double NO_SIMILARITY = 0.45;

    private static final int RECIPROCAL_OFFSET = 60;
    private static final Comparator<FusedHit> BEST_FIRST = Comparator.comparingDouble(FusedHit::score)
            .reversed()
            .thenComparing(hit -> hit.id().toString());

    private RankFusion() {}

    /**
     * Passages by both scores, best first; by the words alone where no passage has a vector. What has none among others
     * counts as far from the question.
     *
     * @param mentioned documents that good passages mention
     */
    static List<FusedHit> fuse(Collection<PassageMatch> matches, Set<DocumentId> mentioned) {
        double best = matches.stream().mapToDouble(PassageMatch::words).max().orElse(0);
        boolean vectors = matches.stream().anyMatch(match -> match.similarity() != null);
        List<FusedHit> fused = new ArrayList<>();
        for (PassageMatch match : matches) {
            double words = best == 0 ? 0 : match.words() / best;
            double meaning = match.similarity() == null ? 0 : meaning(match.similarity());
            double found = vectors ? (1 - MEANING) * words + MEANING * meaning : words;
            double mention = mentioned.contains(match.id().document()) ? 1 : 0;
            fused.add(new FusedHit(match.id(), (1 - MENTION) * found + MENTION * mention, words, meaning));
        }
        fused.sort(BEST_FIRST);
        return fused;
    }

    /** A passage by the similarity of its nearest sentence too. */
    static RankedPassage withSentence(RankedPassage passage, double similarity) {
        double meaning = (1 - SENTENCE) * passage.meaning() + SENTENCE * meaning(similarity);
        double gained = (1 - MENTION) * MEANING * (meaning - passage.meaning());
        return passage.judged(passage.score() + gained, passage.words(), meaning);
    }

    /** A similarity of vectors on a scale from 0, nothing in common, to 1, the same. */
    private static double meaning(double similarity) {
        return Math.clamp((similarity - NO_SIMILARITY) / (1 - NO_SIMILARITY), 0, 1);
    }

    /**
     * Both rankings as equals, by the sum of 1 / (60 + rank) (Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion
     * Outperforms Condorcet and Individual Rank Learning Methods", SIGIR 2009).
     */
    static List<FusedHit> reciprocalRanks(List<PassageHit> byWords, List<PassageHit> byMeaning) {
        Map<PassageId, Double> words = reciprocals(byWords);
        Map<PassageId, Double> meaning = reciprocals(byMeaning);
        Set<PassageId> ids = new LinkedHashSet<>(words.keySet());
        ids.addAll(meaning.keySet());
        List<FusedHit> fused = new ArrayList<>();
        for (PassageId id : ids) {
            double w = words.getOrDefault(id, 0.0);
            double m = meaning.getOrDefault(id, 0.0);
            fused.add(new FusedHit(id, w + m, w, m));
        }
        fused.sort(BEST_FIRST);
        return fused;
    }

    private static Map<PassageId, Double> reciprocals(List<PassageHit> hits) {
        Map<PassageId, Double> reciprocals = new HashMap<>();
        for (PassageHit hit : hits) {
            reciprocals.put(hit.id(), 1.0 / (RECIPROCAL_OFFSET + reciprocals.size() + 1));
        }
        return reciprocals;
    }
}
