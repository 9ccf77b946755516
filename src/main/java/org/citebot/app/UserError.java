package org.citebot.app;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked. The message is one line for the person: the culprit and the next step. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    UserError(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    UserError(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static UserError noDocument(Object id) {
        return new UserError(
                ExitCode.FAILED, "There is no document '" + id + "'; './citebot corpus list' shows those there are.");
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
