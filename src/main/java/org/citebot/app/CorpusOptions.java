package org.citebot.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which corpus a command works on. */
final class CorpusOptions {

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "Use the documents of this folder alone; nothing is written into it.")
    @Nullable
    Path folder;
}
