package org.citebot.answering.model;

/**
 * How often calls may be made again: a tenth of the questions, and a few more after a time without failures. It keeps a
 * server in trouble from being asked twice and thrice by everyone. For many threads.
 */
final class RetryBudget {

    /** Counted in tenths of a retry, which is what each question adds. */
    private static final int RETRY = 10;

    private static final int MOST = 3 * RETRY;

    private int balance = MOST;

    /** Notes that a question has come. */
    synchronized void add() {
        balance = Math.min(MOST, balance + 1);
    }

    /** Takes one retry, if there is one. */
    synchronized boolean take() {
        if (balance < RETRY) {
            return false;
        }
        balance -= RETRY;
        return true;
    }
}
