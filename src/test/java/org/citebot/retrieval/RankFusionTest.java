package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageId;
import org.citebot.index.PassageHit;
import org.junit.jupiter.api.Test;

class RankFusionTest {

    private static PassageHit hit(String document, double score) {
        return new PassageHit(new PassageId(new DocumentId(document), 1, 0), (float) score);
    }

    private static List<String> order(List<FusedHit> fused) {
        return fused.stream().map(hit -> hit.id().document().value()).toList();
    }

    @Test
    void putsWhatBothRankingsFindFirst() {
        List<FusedHit> fused = RankFusion.fuse(
                List.of(hit("words", 9), hit("both", 8), hit("neither", 1)),
                List.of(hit("meaning", 0.9), hit("both", 0.85), hit("neither", 0.5)));

        assertThat(order(fused)).startsWith("both").endsWith("neither");
    }

    @Test
    void keepsTheRankingByWordsWhereThereAreNoVectors() {
        List<FusedHit> fused = RankFusion.fuse(List.of(hit("a", 3), hit("b", 2), hit("c", 1)), List.of());

        assertThat(order(fused)).containsExactly("a", "b", "c");
        assertThat(fused.getFirst().score()).isEqualTo(1, within(1e-9));
    }

    @Test
    void scoresFromZeroToOne() {
        List<FusedHit> fused =
                RankFusion.fuse(List.of(hit("a", 700), hit("b", 2)), List.of(hit("b", 0.99), hit("c", -0.4)));

        assertThat(fused).allSatisfy(hit -> assertThat(hit.score()).isBetween(0.0, 1.0));
    }

    @Test
    void ordersEqualScoresTheSameEveryTime() {
        List<PassageHit> equal = List.of(hit("b", 1), hit("a", 1));

        assertThat(order(RankFusion.fuse(equal, List.of()))).containsExactly("a", "b");
        assertThat(RankFusion.fuse(List.of(), List.of())).isEmpty();
    }

    @Test
    void asEqualsTheReciprocalsOfBothRanksAreAdded() {
        List<FusedHit> fused = RankFusion.reciprocalRanks(
                List.of(hit("words", 900), hit("both", 1)), List.of(hit("both", 0.2), hit("meaning", 0.1)));

        assertThat(order(fused)).containsExactly("both", "words", "meaning");
        assertThat(fused.getFirst().score()).isEqualTo(1.0 / 62 + 1.0 / 61, within(1e-9));
    }
}
