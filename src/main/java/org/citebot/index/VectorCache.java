package org.citebot.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Every vector once made, by model and by the hash of its text: embedding is what costs, so no text is embedded twice,
 * through restarts, rebuilds of the index and different corpora. For many threads and processes.
 */
public final class VectorCache {

    private static final int NEWEST_MIGRATION = 2;
    /** SQLite takes some thousand parameters in a statement. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Jdbi jdbi;

    private VectorCache(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Opens the cache in a file, making it where missing. */
    public static VectorCache open(Path file) {
        return new VectorCache(
                Database.open(file, "db/vectors", NEWEST_MIGRATION).jdbi());
    }

    /** The vectors of those texts that were embedded before, by text. */
    Map<String, float[]> find(String model, Collection<String> texts) {
        Map<String, float[]> found = new HashMap<>();
        eachFound(
                "SELECT hash, vector FROM vector",
                model,
                texts,
                (text, row) -> found.put(text, floats(row.getBytes("vector"))));
        return found;
    }

    /** Those texts that have no vector, in their order. */
    Set<String> missing(String model, Collection<String> texts) {
        Set<String> missing = new LinkedHashSet<>(texts);
        eachFound("SELECT hash FROM vector", model, texts, (text, row) -> missing.remove(text));
        return missing;
    }

    private void eachFound(String select, String model, Collection<String> texts, Found found) {
        Map<String, String> textByHash = new HashMap<>();
        texts.forEach(text -> textByHash.put(ContentHash.of(text).hex(), text));
        List<byte[]> all =
                textByHash.keySet().stream().map(HexFormat.of()::parseHex).toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<byte[]> hashes = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            jdbi.useHandle(handle -> handle.createQuery(select + " WHERE model = :model AND hash IN (<hashes>)")
                    .bind("model", model)
                    .bindList("hashes", hashes)
                    .map((row, context) -> {
                        String text = textByHash.get(HexFormat.of().formatHex(row.getBytes("hash")));
                        found.accept(Objects.requireNonNull(text), row);
                        return text;
                    })
                    .list());
        }
    }

    @FunctionalInterface
    private interface Found {
        void accept(String text, ResultSet row) throws SQLException;
    }

    /** Keeps the vectors of some texts. */
    void put(String model, Map<String, float[]> vectors) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO vector (model, hash, vector) VALUES (:model, :hash, :vector) ON CONFLICT DO NOTHING");
            vectors.forEach((text, vector) -> batch.bind("model", model)
                    .bind("hash", HexFormat.of().parseHex(ContentHash.of(text).hex()))
                    .bind("vector", bytes(vector))
                    .add());
            if (!vectors.isEmpty()) {
                batch.execute();
            }
        });
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
