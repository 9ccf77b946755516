package org.citebot.app;

import java.io.PrintStream;
import org.citebot.index.EmbeddingProgress;

/** Shows progress on standard error: one line that changes on a terminal, a line for each tenth elsewhere. */
final class ProgressLine implements EmbeddingProgress {

    /** So little is done before a line could be read. */
    private static final int NOT_WORTH_A_LINE = 10;

    private final String what;
    private final String items;
    private final PrintStream err;
    private final boolean terminal;
    private int tenths = -1;

    /** @param items what is counted, in the plural */
    ProgressLine(String what, String items, PrintStream err, boolean terminal) {
        this.what = what;
        this.items = items;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void passagesDone(int done, int all) {
        if (all < NOT_WORTH_A_LINE) {
            return;
        }
        String line = what + ": " + done + " of " + all + " " + items;
        if (terminal) {
            err.print("\r" + line + (done == all ? System.lineSeparator() : ""));
        } else if (done * 10 / all > tenths) {
            tenths = done * 10 / all;
            err.println(line);
        }
        err.flush();
    }
}
