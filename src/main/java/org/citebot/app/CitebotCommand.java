package org.citebot.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.citebot.config.ConfigException;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands, each in a class of its own. */
@Command(
        name = "citebot",
        mixinStandardHelpOptions = true,
        versionProvider = CitebotVersion.class,
        description = "Answers questions about a corpus of documents, every sentence with a verbatim citation.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:answered, done", "1:failed", "2:wrong usage or settings", "3:the corpus does not say"})
final class CitebotCommand {

    private CitebotCommand() {}

    /** Runs the command that the arguments name. */
    static int execute(Environment environment, String... arguments) {
        // Lucene logs by java.util.logging, which would write to standard error by itself.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        CommandLine line = new CommandLine(new CitebotCommand())
                .addSubcommand(new AskCommand(environment))
                .addSubcommand(new ChatCommand(environment))
                .addSubcommand(new RunCommand(environment))
                .addSubcommand(corpus(environment))
                .addSubcommand(new SearchCommand(environment))
                .addSubcommand(new DoctorCommand(environment))
                .addSubcommand(new ConfigCommand(environment));
        line.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, result) -> report(failure, command));
        line.setParameterExceptionHandler((failure, args) -> {
            CommandLine command = failure.getCommandLine();
            command.getErr().println(failure.getMessage() + "; see: " + command.getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE.number();
        });
        return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
    }

    private static CommandLine corpus(Environment environment) {
        return new CommandLine(new CorpusCommand())
                .addSubcommand(new CorpusAddCommand(environment))
                .addSubcommand(new CorpusListCommand(environment))
                .addSubcommand(new CorpusShowCommand(environment))
                .addSubcommand(new CorpusRemoveCommand(environment))
                .addSubcommand(new CorpusReindexCommand(environment));
    }

    private static int report(Exception failure, CommandLine command) {
        ExitCode code =
                switch (failure) {
                    case UserError error -> error.exitCode();
                    case ConfigException mistakes -> ExitCode.USAGE;
                    default -> ExitCode.FAILED;
                };
        command.getErr().println(FailureLine.of(failure));
        return code.number();
    }
}
