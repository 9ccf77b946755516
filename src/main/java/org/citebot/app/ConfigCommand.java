package org.citebot.app;

import java.util.concurrent.Callable;
import org.citebot.config.Settings;
import picocli.CommandLine.Command;

/** Shows the settings in force. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Shows the settings in force; secrets as ***.")
final class ConfigCommand implements Callable<Integer> {

    private final Environment environment;

    ConfigCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment.settingsFile(), environment.variables());
        AllSettings.read(settings, environment.home());
        for (Settings.Setting setting : settings.declared()) {
            environment.out().println("# " + setting.description() + " (" + setting.environmentVariable() + ")");
            environment.out().println((setting.key() + ": " + setting.value()).stripTrailing());
        }
        settings.verify();
        return ExitCode.ANSWERED.number();
    }
}
