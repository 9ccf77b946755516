package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageId;
import org.citebot.index.PassageHit;
import org.citebot.index.PassageMatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankFusionTest {

    private static PassageId id(String document) {
        return new PassageId(new DocumentId(document), 1, 0);
    }

    private static PassageHit hit(String document, double score) {
        return new PassageHit(id(document), (float) score);
    }

    private static PassageMatch match(String document, double words, @Nullable Double similarity) {
        return new PassageMatch(id(document), words, similarity);
    }

    private static List<FusedHit> fuse(PassageMatch... matches) {
        return RankFusion.fuse(List.of(matches), Set.of());
    }

    private static List<String> order(List<FusedHit> fused) {
        return fused.stream().map(hit -> hit.id().document().value()).toList();
    }

    @Test
    void putsWhatIsGoodByWordsAndByMeaningFirst() {
        List<FusedHit> fused =
                fuse(match("words", 9, 0.6), match("both", 8, 0.8), match("meaning", 0, 0.85), match("no", 1, 0.5));

        assertThat(order(fused)).startsWith("both").endsWith("no");
    }

    @Test
    void keepsTheRankingByWordsWhereThereAreNoVectors() {
        List<FusedHit> fused = fuse(match("a", 3, null), match("b", 2, null), match("c", 1, null));

        assertThat(order(fused)).containsExactly("a", "b", "c");
        assertThat(fused.getFirst().words()).isEqualTo(1, within(1e-9));
        assertThat(fused.get(1).score() / fused.getFirst().score()).isEqualTo(2.0 / 3, within(1e-9));
    }

    @Test
    void aPassageWithoutVectorIsFarAmongOthersThatHaveOne() {
        assertThat(order(fuse(match("without", 5, null), match("with", 4, 0.7))))
                .containsExactly("with", "without");
    }

    @Test
    void scoresFromZeroToOne() {
        List<FusedHit> fused = RankFusion.fuse(
                List.of(match("a", 700, 1.0), match("b", 2, 0.99), match("c", 0, -0.4)), Set.of(new DocumentId("a")));

        assertThat(fused).allSatisfy(hit -> assertThat(hit.score()).isBetween(0.0, 1.0));
        assertThat(fused.getFirst().score()).isEqualTo(1, within(1e-9));
    }

    @Test
    void whatIsMentionedRisesButNotOverAnyDistance() {
        List<PassageMatch> matches = List.of(match("best", 9, 0.8), match("near", 8, 0.78), match("far", 1, 0.5));

        assertThat(order(RankFusion.fuse(matches, Set.of(new DocumentId("near")))))
                .containsExactly("near", "best", "far");
        assertThat(order(RankFusion.fuse(matches, Set.of(new DocumentId("far")))))
                .containsExactly("best", "near", "far");
    }

    @Test
    void ordersEqualScoresTheSameEveryTime() {
        assertThat(order(fuse(match("b", 1, null), match("a", 1, null)))).containsExactly("a", "b");
        assertThat(fuse()).isEmpty();
    }

    @Test
    void asEqualsTheReciprocalsOfBothRanksAreAdded() {
        List<FusedHit> fused = RankFusion.reciprocalRanks(
                List.of(hit("words", 900), hit("both", 1)), List.of(hit("both", 0.2), hit("meaning", 0.1)));

        assertThat(order(fused)).containsExactly("both", "words", "meaning");
        assertThat(fused.getFirst().score()).isEqualTo(1.0 / 62 + 1.0 / 61, within(1e-9));
    }
}
