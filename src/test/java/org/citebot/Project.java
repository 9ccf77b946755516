package org.citebot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of this project, for tests that look at all of them. */
public final class Project {

    /** Folders at the top that hold no sources: what was built, what was stored, what other tools keep. */
    private static final Set<String> NOT_OURS = Set.of("target", "data", ".git", ".idea", ".vscode", ".settings");

    private Project() {}

    /** The folder of {@code pom.xml}. */
    public static Path root() {
        String fromMaven = System.getenv("CITEBOT_PROJECT");
        Path root = Path.of(fromMaven == null ? "" : fromMaven).toAbsolutePath();
        if (!Files.exists(root.resolve("pom.xml"))) {
            throw new IllegalStateException("Not the folder of the project: " + root);
        }
        return root;
    }

    /** The content of a file of the project, e.g. {@code README.md}. */
    public static String read(String path) {
        return text(root().resolve(path))
                .orElseThrow(() -> new IllegalStateException(path + " is missing or is not text"));
    }

    /** Every text file by its path relative to the project; files that are not UTF-8 are no text. */
    public static SortedMap<Path, String> textFiles() throws IOException {
        Path root = root();
        SortedMap<Path, String> texts = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = root.equals(folder.getParent())
                        && NOT_OURS.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                text(file).ifPresent(text -> texts.put(root.relativize(file), text));
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }

    private static Optional<String> text(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
