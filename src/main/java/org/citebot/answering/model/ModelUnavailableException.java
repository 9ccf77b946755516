package org.citebot.answering.model;

/** The model that is configured cannot be run on this machine, or does not answer. The message says why, in a line for people. */
public final class ModelUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelUnavailableException(String why) {
        super(why);
    }

    ModelUnavailableException(String why, Throwable cause) {
        super(why, cause);
    }
}
