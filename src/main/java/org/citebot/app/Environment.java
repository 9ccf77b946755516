package org.citebot.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.citebot.config.Settings;

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
        return new Environment(
                Path.of(System.getProperty("citebot.home", "")).toAbsolutePath(),
                System.getenv(),
                System.in,
                System.out,
                System.err,
                System.console() != null && System.console().isTerminal(),
                Clock.systemDefaultZone());
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
