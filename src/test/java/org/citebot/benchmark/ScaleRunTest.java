package org.citebot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.citebot.Project;
import org.citebot.index.CountingEmbedder;
import org.citebot.index.EmbeddingProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark itself, on a small corpus: that it still runs, and finds what is there. */
class ScaleRunTest {

    private static final int PASSAGES = 500;
    private static final int QUESTIONS = 10;

    @TempDir
    private Path folder;

    @Test
    void measuresASmallCorpusInAllWays() throws Exception {
        ScaleSettings settings = new ScaleSettings(folder, PASSAGES, 200, QUESTIONS, 5, 1);
        ScaleRun run =
                new ScaleRun(settings, ScaleTexts.ofFolder(Project.root().resolve("seeds")), new CountingEmbedder());

        ScaleFigures.Corpus corpus = run.makeCorpus(EmbeddingProgress.SILENT);
        ScaleFigures.Made made = run.makeIndex();
        ScaleFigures.VectorsMade bits = run.makeBits();
        ScaleFigures.VectorsMade bytes = run.makeBytes();
        ScaleFigures.Searched searched = run.search(ScaleSearch.FUSED, true);

        assertThat(corpus.stored().passages()).isBetween(PASSAGES, PASSAGES + 100);
        assertThat(corpus.stored().unvaried()).isBetween(1, 100);
        assertThat(corpus.realVectors()).isEqualTo(200);
        assertThat(made.size().passages()).isEqualTo(corpus.stored().passages());
        assertThat(bits.size().passages()).isEqualTo(corpus.stored().passages());
        assertThat(made.size().vectorBytes()).containsKeys("vec", "veq", "vex");
        assertThat(searched.cold().wall()).hasSize(5);
        assertThat(searched.warm()).containsOnlyKeys(ScaleSearch.values());
        assertThat(searched.warm().values())
                .allSatisfy(rounds -> assertThat(rounds)
                        .singleElement()
                        .satisfies(round -> assertThat(round.computed()).hasSize(QUESTIONS)));
        assertThat(searched.recall().get(ScaleSearch.BYTES)).isBetween(0.9, 1.0);
        assertThat(searched.recall().get(ScaleSearch.BITS))
                .isLessThan(searched.recall().get(ScaleSearch.BITS_FIVE_TIMES));
        assertThat(new ScaleReport(corpus, made, bits, bytes, bytes, List.of(searched), List.of(searched)).markdown())
                .contains("| fused, all read from the store |", "| words alone |");
    }
}
