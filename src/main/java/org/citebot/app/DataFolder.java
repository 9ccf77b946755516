package org.citebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The folder of all state, and the files in it: whatever is wrong with them is told in one line with the next step. */
final class DataFolder {

    private DataFolder() {}

    /** Makes a folder where it is missing. */
    static Path make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder);
        }
        return folder;
    }

    /**
     * Opens a database.
     *
     * @param remedy what to do with a damaged one
     */
    static <T> T open(Path file, String remedy, Function<Path, T> opening) {
        try {
            return opening.apply(file);
        } catch (RuntimeException e) {
            throw new UserError(
                    ExitCode.FAILED, file + " cannot be opened (" + FailureLine.of(e) + "): " + remedy + ".", e);
        }
    }

    private static UserError unusable(Path folder) {
        return new UserError(
                ExitCode.FAILED,
                folder + " is no folder that may be written: set CITEBOT_DATA to one, or 'data' in the settings.");
    }
}
