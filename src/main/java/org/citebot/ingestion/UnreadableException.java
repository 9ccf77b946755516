package org.citebot.ingestion;

/** Says inside this package why a file gives no document; {@link DocumentParser} turns it into a result. */
final class UnreadableException extends Exception {

    private final String nextStep;

    UnreadableException(String reason, String nextStep) {
        super(reason);
        this.nextStep = nextStep;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String nextStep() {
        return nextStep;
    }
}
