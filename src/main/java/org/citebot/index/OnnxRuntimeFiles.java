package org.citebot.index;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.citebot.corpus.JarResource;

/**
 * Starts ONNX Runtime from native libraries that lie in a directory of ours. Left alone, it unpacks them into the
 * temporary folder at every start, and they stay there when the process is killed.
 */
final class OnnxRuntimeFiles {

    private static final String DIRECTORY_PROPERTY = "onnxruntime.native.path";

    private OnnxRuntimeFiles() {}

    /** The one environment of this process. The libraries are unpacked below {@code directory} where they are not yet. */
    static OrtEnvironment start(Path directory) throws IOException, OrtException {
        if (System.getProperty(DIRECTORY_PROPERTY) == null) {
            System.setProperty(DIRECTORY_PROPERTY, unpack(directory).toString());
        }
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "citebot");
    }

    private static Path unpack(Path directory) throws IOException {
        String platform = platform();
        JarResource runtime = library(platform, "onnxruntime");
        // A folder for each build of the library: a running process keeps its own when another one is upgraded.
        Path own = directory
                .resolve("onnxruntime-" + platform + "-" + Long.toHexString(runtime.checksum()))
                .toAbsolutePath();
        runtime.unpackTo(own.resolve(fileName("onnxruntime")));
        library(platform, "onnxruntime4j_jni").unpackTo(own.resolve(fileName("onnxruntime4j_jni")));
        return own;
    }

    private static JarResource library(String platform, String name) throws IOException {
        try {
            return JarResource.find("ai/onnxruntime/native/" + platform + "/" + fileName(name));
        } catch (FileNotFoundException e) {
            throw new EmbeddingUnavailableException("ONNX Runtime has no library for " + platform, e);
        }
    }

    private static String fileName(String library) {
        return System.mapLibraryName(library);
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.contains("mac") ? "osx" : system.contains("win") ? "win" : system;
        return os + "-" + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
    }
}
