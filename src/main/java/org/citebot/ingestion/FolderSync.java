package org.citebot.ingestion;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Origin;
import org.citebot.corpus.OriginFile;
import org.citebot.ingestion.IngestionResult.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the documents of a folder in step with its files: a changed file becomes a new version, an unchanged one is not
 * even read, a file that is gone takes its document out of the answers. Only documents that came from this folder are
 * touched, and what a person removed or edited stays so until its file changes. The folder is never written to.
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
     * @param remarks is told, a line each, of every file that is left out
     * @return what became of the files that changed, by path relative to the folder; without those that are gone
     * @throws UncheckedIOException if the folder cannot be read; then nothing has changed
     */
    public Map<String, IngestionResult> sync(Consumer<String> remarks) {
        Map<String, OriginFile> known = store.files(origin);
        Map<String, Path> present = files();
        // First, so that a file that was only renamed finds the id of its document free.
        known.values().stream()
                .filter(file -> !present.containsKey(file.path()))
                .forEach(gone -> store.forget(origin, gone));
        Map<String, IngestionResult> results = new TreeMap<>();
        present.forEach((path, file) -> {
            IngestionResult result =
                    DocumentParser.reads(path) ? sync(path, file, known.get(path)) : ofOtherType(file);
            if (result instanceof Rejected rejected) {
                remarks.accept(rejected.message());
            }
            if (result != null) {
                results.put(path, result);
            }
        });
        return results;
    }

    /** Null if the file is as it was, and is a document. */
    private @Nullable IngestionResult sync(String path, Path file, @Nullable OriginFile known) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (known != null && unchanged(known, now)) {
                return known.problem() == null ? null : new Rejected(known.problem());
            }
            byte[] content = Files.readAllBytes(file);
            ContentHash hash = ContentHash.of(content);
            OriginFile seen = OriginFile.seen(path, now.size(), stamp(now), hash);
            if (known != null && known.hash().equals(hash)) {
                store.note(origin, new OriginFile(
                        path, now.size(), stamp(now), hash, known.document(), known.problem()));
                return known.problem() == null ? null : new Rejected(known.problem());
            }
            return ingestor.sync(origin, seen, file.toString(), content);
        } catch (IOException e) {
            return new Rejected(file + " cannot be read; check its permissions");
        }
    }

    private static Rejected ofOtherType(Path file) {
        return new Rejected(file + " is left out: only .md, .txt and .html files are read");
    }

    private static boolean unchanged(OriginFile known, BasicFileAttributes now) {
        return known.size() == now.size() && known.modified().equals(now.lastModifiedTime().toInstant());
    }

    /**
     * The time stamp to remember. A file that changed a moment ago may change again within the same stamp, so none is
     * remembered that could be believed.
     */
    private static Instant stamp(BasicFileAttributes now) {
        Instant modified = now.lastModifiedTime().toInstant();
        return modified.isAfter(Instant.now().minus(SETTLED)) ? Instant.EPOCH : modified;
    }

    /** All files below the folder by their path with slashes, but for hidden ones. */
    private Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                Path relative = folder.relativize(file);
                if (!hidden(relative)) {
                    files.put(relative.toString().replace(File.separatorChar, '/'), file);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw new UncheckedIOException(folder + " cannot be read", new IOException(e.getMessage(), e));
        }
        return files;
    }

    private static boolean hidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
