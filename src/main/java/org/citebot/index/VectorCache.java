package org.citebot.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.Database;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Every vector once made, by model and by the hash of its text: embedding is what costs, so no text is embedded twice,
 * through restarts, rebuilds of the index and different corpora. For many threads and processes.
 */
public final class VectorCache {

    private static final int NEWEST_MIGRATION = 1;
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
        Map<String, String> textByHash = texts.stream()
                .distinct()
                .collect(Collectors.toMap(text -> ContentHash.of(text).hex(), Function.identity()));
        Map<String, float[]> found = new HashMap<>();
        List<byte[]> all =
                textByHash.keySet().stream().map(HexFormat.of()::parseHex).toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<byte[]> hashes = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            jdbi.useHandle(handle -> handle.createQuery(
                            "SELECT lower(hex(hash)), vector FROM vector WHERE model = :model AND hash IN (<hashes>)")
                    .bind("model", model)
                    .bindList("hashes", hashes)
                    .map((row, context) -> Map.entry(row.getString(1), floats(row.getBytes(2))))
                    .forEach(entry -> found.put(textByHash.get(entry.getKey()), entry.getValue())));
        }
        return found;
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
