package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.citebot.corpus.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files of the index, it answers as before once it is open again. */
class IndexDamageTest {

    private static final int DAMAGES = 40;

    private final CountingEmbedder embedder = new CountingEmbedder();

    @TempDir
    Path folder;

    private enum Damage {
        FLIP {
            @Override
            byte[] of(byte[] content, Random random) {
                byte[] damaged = content.clone();
                if (damaged.length > 0) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return damaged;
            }
        },
        TRUNCATE {
            @Override
            byte[] of(byte[] content, Random random) {
                return Arrays.copyOf(content, random.nextInt(Math.max(1, content.length)));
            }
        },
        ZERO {
            @Override
            byte[] of(byte[] content, Random random) {
                return new byte[content.length];
            }
        };

        abstract byte[] of(byte[] content, Random random);
    }

    @Test
    void aDamagedIndexIsMadeAnewAndFindsTheSame() throws IOException {
        long seed = System.nanoTime();
        System.out.println("IndexDamageTest seed " + seed);
        Random random = new Random(seed);
        List<List<String>> expected = fill(random);
        for (int i = 0; i < DAMAGES; i++) {
            String damage = damage(random);
            try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
                assertThat(corpus.index().writable()).as(damage).isTrue();
                corpus.indexer().catchUp();
                assertThat(corpus.topTen()).as(damage).isEqualTo(expected);
                assertThat(corpus.index().embeddingDue()).as(damage).isZero();
                if (random.nextInt(4) == 0) {
                    // More than one segment, and deleted passages.
                    corpus.put("touched", TestCorpus.sentence(random));
                    corpus.indexer().catchUp();
                    corpus.store().remove(new DocumentId("touched"));
                    corpus.indexer().catchUp();
                }
            }
        }
    }

    @Test
    void aMissingIndexIsMadeAnew() throws IOException {
        List<List<String>> expected = fill(new Random(3));
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.delete(folder.resolve("index"));
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.indexer().catchUp();

            assertThat(corpus.topTen()).isEqualTo(expected);
        }
    }

    @Test
    void filesThatAreNoIndexDoNotStandInTheWay() throws IOException {
        Files.createDirectories(folder.resolve("index"));
        Files.writeString(folder.resolve("index/segments_1"), "not an index");
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.put("a", "The border.");
            corpus.indexer().catchUp();

            assertThat(corpus.find("border")).containsExactly("a@1#0");
        }
    }

    private List<List<String>> fill(Random random) {
        try (TestCorpus corpus = TestCorpus.open(folder, embedder)) {
            corpus.putRandom(random, 25);
            corpus.indexer().catchUp();
            corpus.indexer().embedDue(EmbeddingProgress.SILENT);
            corpus.indexer().rebuild();
            return corpus.topTen();
        }
    }

    private String damage(Random random) throws IOException {
        List<Path> files = files();
        Path file = files.get(random.nextInt(files.size()));
        if (random.nextInt(4) == 0) {
            Files.delete(file);
            return file.getFileName() + " deleted";
        }
        Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
        Files.write(file, damage.of(Files.readAllBytes(file), random));
        return file.getFileName() + " " + damage;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.sorted().toList();
        }
    }
}
