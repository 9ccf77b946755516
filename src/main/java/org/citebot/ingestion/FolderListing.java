package org.citebot.ingestion;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files below a folder at one moment, but for hidden ones; links are followed.
 *
 * @param documents those of a type that is read, by their path relative to the folder, with slashes
 * @param unreadable places that could not be read, in the same way: nobody knows what is there
 * @param remarks what was left out, and why, a line each
 */
record FolderListing(Map<String, Path> documents, List<String> unreadable, List<String> remarks) {

    /** @throws IOException if the folder itself cannot be read */
    static FolderListing of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Visitor visitor = new Visitor(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        return visitor.listing;
    }

    /** A document of the listing. */
    Path file(String path) {
        return Objects.requireNonNull(documents.get(path), path);
    }

    /** Whether a file that was there is there no more, for certain. */
    boolean isGone(String path) {
        return !documents.containsKey(path)
                && unreadable.stream().noneMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final FolderListing listing = new FolderListing(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());

        Visitor(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(folder) && isHidden(directory)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (DocumentParser.reads(file.getFileName().toString())) {
                listing.documents.put(relative(file), file);
            } else {
                listing.remarks.add(file + " is left out: only .md, .txt and .html files are read");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder)) {
                throw failure;
            }
            // A link back to a folder on the way has been visited there.
            if (!(failure instanceof FileSystemLoopException) && !isHidden(file)) {
                listing.unreadable.add(relative(file));
                listing.remarks.add(file + " cannot be read; check its permissions");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            // The folder was read in part.
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, failure);
        }

        private String relative(Path file) {
            return folder.relativize(file).toString().replace(File.separatorChar, '/');
        }

        private static boolean isHidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }
    }
}
