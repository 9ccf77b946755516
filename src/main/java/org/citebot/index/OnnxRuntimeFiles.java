package org.citebot.index;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Locale;
import org.citebot.corpus.JarResource;
import org.slf4j.LoggerFactory;

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
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "citebot");
        keepAlive(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return environment;
    }

    /**
     * The runtime counts the users of its environment, and a shutdown hook of its own takes itself off that count. In a
     * process that is told to stop while the model is being loaded, that frees what the loading works with, and the
     * process crashes. One more user, who never leaves, keeps it to the end.
     */
    private static void keepAlive(OrtLoggingLevel level) {
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method enter = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            enter.setAccessible(true);
            enter.invoke(null, api.getLong(null), level.getValue(), "citebot");
        } catch (ReflectiveOperationException e) {
            // Another version of the library: whoever upgrades sees the test of this fail.
            LoggerFactory.getLogger(OnnxRuntimeFiles.class).debug("ONNX Runtime is not kept alive", e);
        }
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
