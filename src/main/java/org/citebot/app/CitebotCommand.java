package org.citebot.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.citebot.answering.PromptException;
import org.citebot.config.ConfigException;
import org.citebot.corpus.DocumentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The commands, each in a class of its own. */
@Command(
        name = "citebot",
        mixinStandardHelpOptions = true,
        description = "Answers questions about a corpus of documents, every sentence with a verbatim citation.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:answered, done", "1:failed", "2:wrong usage or settings", "3:the corpus does not say"})
final class CitebotCommand {

    private static final Logger LOG = LoggerFactory.getLogger(CitebotCommand.class);

    private CitebotCommand() {}

    /** Runs the command that the arguments name; whatever happens is an exit code and, on standard error, a line. */
    static int execute(Environment environment, String... arguments) {
        // Lucene logs by java.util.logging, which would write to standard error by itself.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        CommandLine line = commands(environment);
        try {
            return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            return report(e, line);
        }
    }

    private static CommandLine commands(Environment environment) {
        CommandLine line = new CommandLine(new CitebotCommand())
                .addSubcommand(new AskCommand(environment))
                .addSubcommand(new ChatCommand(environment))
                .addSubcommand(new RunCommand(environment))
                .addSubcommand(corpus(environment))
                .addSubcommand(new SearchCommand(environment))
                .addSubcommand(new StatementsCommand(environment))
                .addSubcommand(new EvalCommand(environment))
                .addSubcommand(new FitCommand(environment))
                .addSubcommand(new DoctorCommand(environment))
                .addSubcommand(new ConfigCommand(environment));
        showVersion(line);
        // A question may begin with @, which picocli would take for a file of arguments.
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(DocumentId.class, CitebotCommand::documentId)
                .registerConverter(LocalDate.class, CitebotCommand::day)
                .setOut(new PrintWriter(
                        environment.out(), true, environment.out().charset()))
                .setErr(new PrintWriter(
                        environment.err(), true, environment.err().charset()))
                .setExecutionExceptionHandler((failure, command, result) -> report(failure, command))
                .setParameterExceptionHandler((failure, args) -> {
                    CommandLine command = failure.getCommandLine();
                    command.getErr()
                            .println(failure.getMessage() + "; see: ./"
                                    + command.getCommandSpec().qualifiedName() + " --help");
                    return ExitCode.USAGE.number();
                });
    }

    private static CommandLine corpus(Environment environment) {
        return new CommandLine(new CorpusCommand())
                .addSubcommand(new CorpusAddCommand(environment))
                .addSubcommand(new CorpusListCommand(environment))
                .addSubcommand(new CorpusShowCommand(environment))
                .addSubcommand(new CorpusHistoryCommand(environment))
                .addSubcommand(new CorpusRemoveCommand(environment))
                .addSubcommand(new CorpusRestoreCommand(environment))
                .addSubcommand(speakers(environment))
                .addSubcommand(new CorpusAuditCommand(environment))
                .addSubcommand(new CorpusReindexCommand(environment));
    }

    private static CommandLine speakers(Environment environment) {
        return new CommandLine(new CorpusSpeakersCommand(environment))
                .addSubcommand(new SpeakersListCommand(environment))
                .addSubcommand(new SpeakersShowCommand(environment))
                .addSubcommand(new SpeakersAliasCommand(environment))
                .addSubcommand(new SpeakersMergeCommand(environment))
                .addSubcommand(new SpeakersSplitCommand(environment));
    }

    private static void showVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new CitebotVersion());
        command.getSubcommands().values().forEach(CitebotCommand::showVersion);
    }

    private static DocumentId documentId(String text) {
        try {
            return new DocumentId(text.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day; write it like 2024-01-30");
        }
    }

    private static int report(Throwable failure, CommandLine command) {
        LOG.debug("The command failed", failure);
        ExitCode code = switch (failure) {
            case UserError error -> error.exitCode();
            case ConfigException mistakes -> ExitCode.USAGE;
            case PromptException mistake -> ExitCode.USAGE;
            default -> ExitCode.FAILED;
        };
        command.getErr().println(FailureLine.of(failure) + nextStep(failure));
        return code.number();
    }

    /** Of what we know, the line itself says what to do. */
    private static String nextStep(Throwable failure) {
        return FailureLine.isKnown(failure) ? "" : " (./citebot doctor looks for what is wrong)";
    }
}
