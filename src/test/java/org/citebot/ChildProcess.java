package org.citebot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own that runs a class of the tests, to be killed or to work beside this one. */
public final class ChildProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader lines;
    private final Path errors;

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    /** Starts the main method of a class. */
    public static ChildProcess start(Class<?> main, String... arguments) {
        return start(List.of(), main, arguments);
    }

    /** Starts the main method of a class, with options of Java's own. */
    public static ChildProcess start(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("child", ".err");
            return new ChildProcess(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it a byte on its standard input, for which it may wait. */
    public void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** At most so many lines of what it prints, as soon as they are there. */
    public List<String> read(int most) throws IOException {
        List<String> read = new ArrayList<>();
        for (String line; read.size() < most && (line = lines.readLine()) != null; ) {
            read.add(line);
        }
        return read;
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, as whoever stops a service does. */
    public void terminate() {
        process.destroy();
    }

    /** Its exit code, when it has ended. */
    public int waitFor() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Has not ended: " + process.info());
        }
        return process.exitValue();
    }

    /** What it has said on standard error. */
    public String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        kill();
        lines.close();
        Files.deleteIfExists(errors);
    }
}
