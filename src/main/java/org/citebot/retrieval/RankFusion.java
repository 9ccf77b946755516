package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.corpus.PassageId;
import org.citebot.index.PassageHit;

/**
 * Fuses two rankings by a weighted sum of their scores, each brought to 0 to 1 by its own least and greatest (convex
 * combination: Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", ACM TOIS 2023, who find it
 * better than reciprocal ranks and little sensitive to its one weight). What one ranking lacks counts as its least.
 */
final class RankFusion {

    /** The share of the vectors. */
    private static final double MEANING = 0.6;

    private static final int RECIPROCAL_OFFSET = 60;

    private RankFusion() {}

    /** Both rankings as one, best first; the words alone where there are no vectors. */
    static List<FusedHit> fuse(List<PassageHit> byWords, List<PassageHit> byMeaning) {
        Map<PassageId, Double> words = scaled(byWords);
        Map<PassageId, Double> meaning = scaled(byMeaning);
        double share = byMeaning.isEmpty() ? 0 : MEANING;
        Set<PassageId> ids = new LinkedHashSet<>(words.keySet());
        ids.addAll(meaning.keySet());
        List<FusedHit> fused = new ArrayList<>();
        for (PassageId id : ids) {
            double w = words.getOrDefault(id, 0.0);
            double m = meaning.getOrDefault(id, 0.0);
            fused.add(new FusedHit(id, (1 - share) * w + share * m, w, m));
        }
        fused.sort(Comparator.comparingDouble(FusedHit::score)
                .reversed()
                .thenComparing(hit -> hit.id().toString()));
        return fused;
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
        fused.sort(Comparator.comparingDouble(FusedHit::score)
                .reversed()
                .thenComparing(hit -> hit.id().toString()));
        return fused;
    }

    private static Map<PassageId, Double> reciprocals(List<PassageHit> hits) {
        Map<PassageId, Double> reciprocals = new HashMap<>();
        for (PassageHit hit : hits) {
            reciprocals.put(hit.id(), 1.0 / (RECIPROCAL_OFFSET + reciprocals.size() + 1));
        }
        return reciprocals;
    }

    private static Map<PassageId, Double> scaled(List<PassageHit> hits) {
        double least = hits.stream().mapToDouble(PassageHit::score).min().orElse(0);
        double greatest = hits.stream().mapToDouble(PassageHit::score).max().orElse(0);
        Map<PassageId, Double> scaled = new HashMap<>();
        for (PassageHit hit : hits) {
            scaled.put(hit.id(), greatest == least ? 1 : (hit.score() - least) / (greatest - least));
        }
        return scaled;
    }
}
