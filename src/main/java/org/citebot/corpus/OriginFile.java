package org.citebot.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of a file in a folder that is kept in step.
 *
 * @param path relative to the folder, with slashes
 * @param size in bytes
 * @param modified its time stamp when it was read
 * @param hash of what was read
 * @param document what it is, or was when it could last be read; null if it never could
 * @param problem why it cannot be read, one line; null if it can
 */
public record OriginFile(
        String path,
        long size,
        Instant modified,
        ContentHash hash,
        @Nullable DocumentId document,
        @Nullable String problem) {

    /** What it becomes is not known yet. */
    public static OriginFile seen(String path, long size, Instant modified, ContentHash hash) {
        return new OriginFile(path, size, modified, hash, null, null);
    }

    /** The same file, which became a document. */
    public OriginFile becoming(DocumentId id) {
        return new OriginFile(path, size, modified, hash, id, null);
    }

    /**
     * The same file, which cannot be read.
     *
     * @param before what it was when it could; null if it never could
     */
    public OriginFile rejected(@Nullable DocumentId before, String why) {
        return new OriginFile(path, size, modified, hash, before, why);
    }
}
