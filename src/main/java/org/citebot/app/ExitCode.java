package org.citebot.app;

/** How a command ends, as a shell sees it. */
enum ExitCode {
    ANSWERED(0),
    FAILED(1),
    USAGE(2),
    NO_EVIDENCE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
