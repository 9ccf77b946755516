package org.citebot.index;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the writer of an index folder, and empties the folder before where its content is of no use. */
final class IndexFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String MAKE_KEY = "make";

    private IndexFolder() {}

    /**
     * The writer, on what is there if that is whole and of this make, else on an empty index without commit data.
     *
     * @throws LockObtainFailedException if another process, or another index in this one, holds the writer
     */
    static IndexWriter openWriter(Directory directory, Supplier<IndexWriterConfig> config, String make)
            throws IOException {
        IndexWriter writer = DirectoryReader.indexExists(directory) ? openUsable(directory, config, make) : null;
        if (writer != null) {
            return writer;
        }
        empty(directory);
        return new IndexWriter(directory, config.get());
    }

    /** What is told with every commit. */
    static Map<String, String> commitData(IndexWriter writer) {
        Map<String, String> data = new TreeMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /** Whether a commit is of this make. */
    static boolean isOfMake(Map<String, String> commitData, String make) {
        return make.equals(commitData.get(MAKE_KEY));
    }

    /** Commit data with its make. */
    static Map<String, String> ofMake(Map<String, String> commitData, String make) {
        Map<String, String> data = new TreeMap<>(commitData);
        data.put(MAKE_KEY, make);
        return data;
    }

    // Lucene tells damage by many exceptions, some of them unchecked; whatever it is, a new index takes its place.
    private static @Nullable IndexWriter openUsable(
            Directory directory, Supplier<IndexWriterConfig> config, String make) throws LockObtainFailedException {
        IndexWriter writer;
        try {
            writer = new IndexWriter(directory, config.get());
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("The index is damaged and made anew", damaged);
            return null;
        }
        try {
            if (isOfMake(commitData(writer), make)) {
                checkIntegrity(writer);
                return writer;
            }
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("The index is damaged and made anew", damaged);
        }
        release(writer);
        return null;
    }

    private static void checkIntegrity(IndexWriter writer) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    /** Gives back the lock, which a writer keeps even where it can do nothing else. */
    private static void release(IndexWriter writer) {
        try {
            writer.rollback();
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("The writer of a damaged index did not close well", damaged);
        }
    }

    /** Deletes all files, because even a writer told to create reads the newest commit first. */
    private static void empty(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }
}
