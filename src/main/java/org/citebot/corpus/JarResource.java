package org.citebot.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

/**
 * A file inside a jar that native code wants to see on disk. It is unpacked once: later starts compare the copy with
 * the size and checksum that the jar notes of it, and replace a damaged one.
 */
public record JarResource(URL url, long size, long checksum) {

    private static final int BUFFER = 1 << 18;

    /**
     * Finds a resource by its name on the class path.
     *
     * @throws FileNotFoundException if no jar holds it
     */
    public static JarResource find(String name) throws IOException {
        URL url = JarResource.class.getClassLoader().getResource(name);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new FileNotFoundException("no jar holds " + name);
        }
        return new JarResource(
                url,
                connection.getJarEntry().getSize(),
                connection.getJarEntry().getCrc());
    }

    /** Its bytes, from the jar; the caller closes the stream. */
    public InputStream open() throws IOException {
        return url.openStream();
    }

    /**
     * Makes sure that a file is this resource. Any number of threads and processes may do so at once: each writes a file of its own
     * and renames it, so the file is whole whenever it exists.
     *
     * @return {@code file}
     */
    public Path unpackTo(Path file) throws IOException {
        if (isIntact(file)) {
            return file;
        }
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path own = Files.createTempFile(directory, file.getFileName().toString(), ".tmp");
        try {
            try (InputStream in = open()) {
                Files.copy(in, own, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(own);
        }
        return file;
    }

    private boolean isIntact(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != size) {
            return false;
        }
        CRC32 sum = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue() == checksum;
    }
}
