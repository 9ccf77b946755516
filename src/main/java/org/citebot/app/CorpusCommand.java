package org.citebot.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import org.jspecify.annotations.Nullable;

/** The documents. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Adds, lists, shows and removes documents.",
        synopsisSubcommandLabel = "COMMAND")
final class CorpusCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Which one: add, list, show, remove or reindex?");
        }
    }
}
