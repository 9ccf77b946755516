package org.citebot.answering.model;

/** A prompt is longer than what the model can read at once. */
final class PromptTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PromptTooLongException(int tokens, int most) {
        super("The prompt has " + tokens + " tokens, and the model reads " + most);
    }
}
