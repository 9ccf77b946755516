package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files that can be downloaded. For many threads. */
public final class FakeFiles {

    private final Map<String, FakeFile> files = new ConcurrentHashMap<>();

    private record FakeFile(@Nullable String path, @Nullable Long size, Delivery delivery) {}

    FakeFiles() {}

    /** Puts a file there that is what it claims to be. */
    public void put(String fileId, byte[] content) {
        put(fileId, "documents/" + fileId, (long) content.length, Delivery.whole(content));
    }

    /**
     * Puts a file there that need not be what it claims to be.
     *
     * @param path as {@code getFile} tells it; null for none
     * @param size as {@code getFile} tells it; null for none
     */
    public void put(String fileId, @Nullable String path, @Nullable Long size, Delivery delivery) {
        files.put(fileId, new FakeFile(path, size, delivery));
    }

    JsonNode describe(String fileId) throws Refusal {
        FakeFile file = files.get(fileId);
        if (file == null) {
            throw Refusal.badRequest("invalid file_id");
        }
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("file_id", fileId).put("file_unique_id", "unique-" + fileId);
        if (file.path() != null) {
            json.put("file_path", file.path());
        }
        if (file.size() != null) {
            json.put("file_size", file.size());
        }
        return json;
    }

    Optional<Delivery> find(String path) {
        return files.values().stream()
                .filter(file -> path.equals(file.path()))
                .map(FakeFile::delivery)
                .findFirst();
    }
}
