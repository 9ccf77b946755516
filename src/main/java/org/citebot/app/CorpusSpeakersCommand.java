package org.citebot.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whom the documents quote, and which names mean the same. */
@Command(
        name = "speakers",
        mixinStandardHelpOptions = true,
        description = "Lists whom the documents quote; its commands say which names mean the same.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = "What is decided here is kept, whatever documents come, and stands in the audit log.")
final class CorpusSpeakersCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each speaker as one JSON object on one line.")
    private boolean json;

    CorpusSpeakersCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return SpeakersListCommand.list(environment, corpus.folder, json);
    }
}
