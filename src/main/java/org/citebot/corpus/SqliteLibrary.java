package org.citebot.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library in a directory of ours. Left alone, SQLite-JDBC unpacks it into the temporary folder at every
 * start, and each process that is killed leaves its copy there for good.
 */
public final class SqliteLibrary {

    private static final String DIRECTORY_PROPERTY = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /**
     * Unpacks the library below a directory, if it is not there yet, and tells SQLite-JDBC to load it from there. To be
     * called before the first database is opened; later calls change nothing. Where it cannot be unpacked, SQLite-JDBC
     * goes its own way.
     */
    public static void unpackBelow(Path directory) {
        if (System.getProperty(DIRECTORY_PROPERTY) != null) {
            return;
        }
        try {
            String name = LibraryLoaderUtil.getNativeLibName();
            JarResource library = JarResource.find(
                    LibraryLoaderUtil.getNativeLibResourcePath().substring(1) + "/" + name);
            Path own = directory
                    .resolve("sqlite-" + Long.toHexString(library.checksum()))
                    .toAbsolutePath();
            library.unpackTo(own.resolve(name));
            System.setProperty(DIRECTORY_PROPERTY, own.toString());
        } catch (IOException e) {
            // What is lost is a little time.
        }
    }
}
