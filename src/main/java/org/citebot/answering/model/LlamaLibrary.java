package org.citebot.answering.model;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.args.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.citebot.corpus.JarResource;
import org.slf4j.LoggerFactory;

/**
 * Starts llama.cpp from a native library that lies in a directory of ours. Left alone, its loader unpacks it into the
 * temporary folder at every start, says so on standard output, and deletes every file there whose name begins with
 * "llama".
 */
final class LlamaLibrary {

    private static final String DIRECTORY_PROPERTY = "de.kherud.llama.lib.path";
    private static final String TEMPORARY_PROPERTY = "de.kherud.llama.tmpdir";

    private LlamaLibrary() {}

    /** To be called before anything else of the library. The first directory that is given stays in use. */
    static void start(Path directory) throws IOException {
        if (System.getProperty(DIRECTORY_PROPERTY) == null) {
            Path unpacked = unpack(directory);
            // A folder of its own, because the loader deletes files in it.
            Path empty = Files.createDirectories(unpacked.resolve("empty"));
            System.setProperty(TEMPORARY_PROPERTY, empty.toString());
            System.setProperty(DIRECTORY_PROPERTY, unpacked.toString());
        }
        // Otherwise it writes to standard output, which belongs to answers.
        LlamaModel.setLogger(
                LogFormat.TEXT,
                (level, line) -> LoggerFactory.getLogger(LlamaLibrary.class).trace("{} {}", level, line.strip()));
    }

    private static Path unpack(Path directory) throws IOException {
        String file = System.mapLibraryName("jllama");
        JarResource library = JarResource.find("de/kherud/llama/" + platform() + "/" + file);
        // A folder for each build of the library: a running process keeps its own when another one is upgraded.
        Path own = directory
                .resolve("llama-" + Long.toHexString(library.checksum()))
                .toAbsolutePath();
        library.unpackTo(own.resolve(file));
        return own;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.contains("mac") ? "Mac" : system.contains("win") ? "Windows" : "Linux";
        return os + "/" + (processor.equals("amd64") || processor.equals("x86_64") ? "x86_64" : processor);
    }
}
