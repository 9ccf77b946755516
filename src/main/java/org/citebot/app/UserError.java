package org.citebot.app;

/** A command cannot do what it was asked. The message is one line for the person: the culprit and the next step. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    UserError(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static UserError noDocument(String id) {
        return new UserError(
                ExitCode.FAILED, "There is no document '" + id + "'; './citebot corpus list' shows those there are.");
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
