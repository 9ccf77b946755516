package org.citebot.ingestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Origin;
import org.citebot.corpus.OriginFile;
import org.citebot.ingestion.IngestionResult.Rejected;
import org.citebot.ingestion.ParsedFile.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the documents of a folder in step with its files: a changed file becomes a new version, an unchanged one is not
 * even read, a file that is gone takes its document out of the answers, and one that can no longer be read leaves its
 * last good version there. Only documents that came from this folder are touched, and what a person removed or edited
 * stays so until its file changes. The folder is never written to.
 */
public final class FolderSync {

    /** A file changed so shortly before it was read may change again within the same time stamp. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final DocumentIngestor ingestor;
    private final CorpusStore store;
    private final Path folder;
    private final Origin origin;

    /** @param folder by its real path */
    public FolderSync(DocumentIngestor ingestor, CorpusStore store, Path folder, Origin origin) {
        this.ingestor = ingestor;
        this.store = store;
        this.folder = folder;
        this.origin = origin;
    }

    /**
     * Goes through the folder once.
     *
     * @param remarks is told, a line each, of everything that is left out
     * @return what became of the files that changed, by path relative to the folder, and every file that was rejected,
     *     changed or not; without those that are gone, and without those of other types
     * @throws UncheckedIOException if the folder cannot be read; then nothing has changed
     */
    public Map<String, IngestionResult> sync(Consumer<String> remarks) {
        FolderListing listing = list();
        Map<String, OriginFile> known = store.files(origin);
        // First, so that a file that was only renamed finds the id of its document free.
        known.values().stream().filter(file -> listing.isGone(file.path())).forEach(gone -> store.forget(origin, gone));
        Map<String, IngestionResult> results = new TreeMap<>();
        sync(listing, listing.documents().keySet(), results);
        // Again, because the id that a file asked for may belong to a file that came later and has another one by now.
        Set<String> rejected = new TreeSet<>(results.keySet());
        rejected.removeIf(path -> !(results.get(path) instanceof Rejected));
        sync(listing, rejected, results);
        listing.remarks().forEach(remarks);
        results.values().forEach(result -> {
            if (result instanceof Rejected problem) {
                remarks.accept(problem.message());
            }
        });
        return results;
    }

    private FolderListing list() {
        try {
            return FolderListing.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private void sync(FolderListing listing, Set<String> paths, Map<String, IngestionResult> results) {
        Map<String, OriginFile> known = paths.isEmpty() ? Map.of() : store.files(origin);
        for (String path : paths) {
            IngestionResult result = sync(path, listing.file(path), known.get(path));
            if (result != null) {
                results.put(path, result);
            }
        }
    }

    /** Null if the file is as it was, and is a document. */
    private @Nullable IngestionResult sync(String path, Path file, @Nullable OriginFile known) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (known != null && unchanged(known, now)) {
                return problemOf(known);
            }
            Unreadable tooLarge = DocumentParser.tooLarge(file.toString(), now.size());
            if (tooLarge != null) {
                return new Rejected(tooLarge.message());
            }
            byte[] content = Files.readAllBytes(file);
            OriginFile seen = OriginFile.seen(path, now.size(), stamp(now), ContentHash.of(content));
            if (known != null && known.hash().equals(seen.hash())) {
                return touched(known, seen);
            }
            return ingestor.sync(origin, seen, known == null ? null : known.document(), file.toString(), content);
        } catch (IOException e) {
            return new Rejected(file + " cannot be read; check its permissions");
        }
    }

    /** A file with another time stamp than before, and the same content. */
    private @Nullable Rejected touched(OriginFile known, OriginFile seen) {
        if (!seen.modified().equals(known.modified())) {
            store.note(
                    origin,
                    new OriginFile(
                            seen.path(), seen.size(), seen.modified(), seen.hash(), known.document(), known.problem()));
        }
        return problemOf(known);
    }

    private static @Nullable Rejected problemOf(OriginFile known) {
        return known.problem() == null ? null : new Rejected(known.problem());
    }

    private static boolean unchanged(OriginFile known, BasicFileAttributes now) {
        return known.size() == now.size()
                && known.modified().equals(now.lastModifiedTime().toInstant());
    }

    /**
     * The time stamp to remember. A file that changed a moment ago may change again within the same stamp, so none is
     * remembered that could be believed.
     */
    private static Instant stamp(BasicFileAttributes now) {
        Instant modified = now.lastModifiedTime().toInstant();
        return modified.isAfter(Instant.now().minus(SETTLED)) ? Instant.EPOCH : modified;
    }
}
