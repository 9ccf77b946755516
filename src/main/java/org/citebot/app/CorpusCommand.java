package org.citebot.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The documents. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Adds, lists, shows, removes and restores documents.",
        synopsisSubcommandLabel = "COMMAND")
final class CorpusCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which one: add, list, show, history, remove, restore, speakers, audit or reindex?");
        }
    }
}
