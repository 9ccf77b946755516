package org.citebot.app;

/** The program. */
public final class Citebot {

    private Citebot() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(CitebotCommand.execute(Environment.ofProcess(), arguments));
    }
}
