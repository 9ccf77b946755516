package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.citebot.Project;
import org.citebot.SharedMaterial;
import org.citebot.index.CrossEncoder;
import org.citebot.index.Embedder;
import org.citebot.index.OnnxEmbedder;
import org.citebot.index.VectorCache;
import org.citebot.retrieval.PassageReranker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers are as good as they were: the figures of small sets are compared with those of the file {@code
 * guard/figures.json}, which {@code guard/README.md} says how to renew. Vectors are kept in {@code target}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityGuardTest {

    private static final Path GUARD = Project.root().resolve("src/test/resources/org/citebot/evaluation/guard");
    private static final String OWN_SET = "island";

    @TempDir
    Path folder;

    private final GuardFigures figures = new GuardFigures(GUARD.resolve("figures.json"));
    private VectorCache vectors;
    private Embedder embedder;

    @BeforeAll
    void load() throws IOException {
        Path kept = Files.createDirectories(Project.root().resolve("target/quality-guard"));
        vectors = VectorCache.open(kept.resolve("vectors.db"));
        embedder = OnnxEmbedder.load(kept.resolve("native"));
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xquad-en", "xquad-ru", "squad2", "clapnq", "hotpotqa", "scifact"})
    void aSampleOfAPublicSetIsAnsweredAsWellAsBefore(String set) throws IOException {
        Path whole = SharedMaterial.require("bench/" + set);

        guard(set, GuardSet.sample(whole, GUARD.resolve(set + ".json"), folder.resolve(set)));
    }

    @Test
    void theProjectsOwnSetIsAnsweredAsWellAsBefore() throws IOException {
        guard(OWN_SET, new GuardSet(GUARD.resolve(OWN_SET)));
    }

    @Test
    void aWorseRankingIsFound() throws IOException {
        CrossEncoder upsideDown = new CrossEncoder() {
            @Override
            public double score(String question, String passage) {
                return passage.contains(question.substring(question.lastIndexOf(" ") + 1)
                                .replace("?", ""))
                        ? 0
                        : 1;
            }

            @Override
            public void close() {}
        };
        Evaluation broken = measure(
                "broken", new GuardSet(GUARD.resolve(OWN_SET)), new PassageReranker(upsideDown, Duration.ofMinutes(1)));

        assertThat(figures.complaints(OWN_SET, broken.figures()))
                .anySatisfy(complaint -> assertThat(complaint).contains("island: ndcg@10 fell to"));
    }

    @Test
    void whatIsNotMeasuredIsFound() throws IOException {
        assertThat(figures.complaints(OWN_SET, Map.of())).contains("island: ndcg@10 is no longer measured");
        assertThat(figures.complaints("unknown", Map.of()))
                .containsExactly("unknown has no figures in figures.json: renew them");
    }

    private void guard(String name, GuardSet set) throws IOException {
        Evaluation measured = measure(name + "-state", set, null);
        if (Boolean.getBoolean("citebot.renew-figures")) {
            figures.renew(name, measured);
        }
        assertThat(figures.complaints(name, measured.figures())).isEmpty();
    }

    private Evaluation measure(String state, GuardSet set, @Nullable PassageReranker reranker) throws IOException {
        return set.measure(folder.resolve(state), vectors, embedder, reranker);
    }
}
