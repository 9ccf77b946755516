package org.citebot.app;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.citebot.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param home the project's own folder: its settings and relative paths in them
 * @param variables of the environment
 * @param in, out, err of the process
 * @param terminal whether a person watches {@code err}
 */
record Environment(
        Path home,
        Map<String, String> variables,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Clock clock) {

    /** Of this process. The launcher tells the home. */
    static Environment ofProcess() {
        boolean terminal = isTerminal(System.console());
        return new Environment(
                Path.of(System.getProperty("citebot.home", "")).toAbsolutePath(),
                System.getenv(),
                System.in,
                stream(FileDescriptor.out, System.out, terminal),
                stream(FileDescriptor.err, System.err, terminal),
                terminal,
                Clock.system(ZoneId.systemDefault()));
    }

    /** What a program reads is UTF-8, whatever the locale: a quotation mark must not become a question mark. */
    private static PrintStream stream(FileDescriptor file, PrintStream ofTerminal, boolean terminal) {
        return terminal
                ? ofTerminal
                : new PrintStream(new BufferedOutputStream(new FileOutputStream(file)), true, StandardCharsets.UTF_8);
    }

    private static boolean isTerminal(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    Path settingsFile() {
        return home.resolve("config").resolve("citebot.yaml");
    }

    /** The settings in force, all mistakes reported. */
    AllSettings settings() {
        Settings settings = Settings.load(settingsFile(), variables);
        AllSettings all = AllSettings.read(settings, home);
        settings.verify();
        return all;
    }
}
