package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.OldDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {

    private static final String MODEL = "model";

    @TempDir
    Path folder;

    @Test
    void whatWasEmbeddedBeforeAMigrationIsNotEmbeddedAgain() {
        Path newest = folder.resolve("newest.db");
        VectorCache.open(newest).put(MODEL, Map.of("one", new float[] {1, 0.5f}, "two", new float[] {0, -2}));
        Path old = folder.resolve("old.db");
        OldDatabase.make(
                old,
                "db/vectors",
                newest,
                handle -> handle.execute("INSERT INTO main.vector SELECT model, hash, vector FROM newest.vector"));

        VectorCache migrated = VectorCache.open(old);

        assertThat(migrated.missing(MODEL, List.of("one", "two", "three"))).containsExactly("three");
        assertThat(migrated.find(MODEL, List.of("one", "two", "three")))
                .hasSize(2)
                .hasEntrySatisfying("one", vector -> assertThat(vector).containsExactly(1, 0.5f))
                .hasEntrySatisfying("two", vector -> assertThat(vector).containsExactly(0, -2));
        assertThat(migrated.find("other", List.of("one"))).isEmpty();
    }
}
